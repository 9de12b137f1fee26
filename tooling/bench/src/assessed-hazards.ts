import type { Client } from 'pg';

/**
 * Two years of hazards over all workshops, with the history that the loop would have left: reported and assigned, and for most of them
 * closed. Every twentieth closing is looked back on, every second of these found it relapsed, which reopened it once. Triggers, foreign keys and the indexes of the ledger rest meanwhile; what triggers
 * would write is written here in bulk.
 */
export async function fillAssessedHazards(owner: Client, count: number): Promise<void> {
  await owner.query('set session_replication_role = replica');
  const { rows } = await owner.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where tablename in ('hazards', 'hazards_history') and indexname not like '%_pkey'`,
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  await owner.query(`create temporary table leaves as
    select id, lo, row_number() over (order by lo) - 1 as at from units where depth = 3`);
  await owner.query('create index on leaves (at)');
  for (let from = 0; from < count; from += 250_000) await fillSome(owner, from, Math.min(count, from + 250_000));
  for (const { made } of rows) await owner.query(made);
  await owner.query('set session_replication_role = origin');
}

async function fillSome(owner: Client, from: number, until: number): Promise<void> {
  await owner.query(
    `insert into hazards (id, unit_id, unit_pos, stage, level, category, key_area, kind, source, text, found_on, found_at, claimed_at, reported_at,
       registered_on, assigned_on, due_on, submitted_on, submitted_at, closed_on, funds, measures, contingency, recurrence_of_id)
     select gen_random_uuid(), u.id, u.lo, case when n % 16 = 0 then 'assigned' else 'closed' end, (array['team', 'workshop', 'unit', 'major'])[1 + (n % 3) + (n % 499 = 0)::int],
       'exits', 'fire', 'site', (array['selfCheck', 'employeeReport', 'groupInspection', 'authority', 'campaign'])[1 + n % 5], '安全出口堆放第' || n || '批布料',
       d, d + time '10:00', d + time '10:00', d + time '10:00', d, d, d + 3, done, done + time '10:00', done, 0, '清理', '停机', null
     from (select n, date '2024-11-01' + (n % 730) as d, case when n % 16 = 0 then null else date '2024-11-01' + (n % 730) + 1 + n % 4 end as done
       from generate_series($1::int, $2::int - 1) n) as days
     join leaves u on u.at = (days.n / 7) % (select count(*) from leaves)`,
    [from, until],
  );
  await owner.query(
    `insert into hazards_history (id, seq, number, unit_id, unit_pos, stage, level, suggestion, category, key_area, kind, source, origin, text, clause_ids,
       anonymous, found_on, found_at, claimed_at, clock_suspect, reported_at, due_on, due_key, waived, on_the_spot, registered_on, assigned_on, submitted_on,
       submitted_at, rectifier_ids, closed_on, send_backs, reopenings, recurrences, supervised, grams, version, funds, measures, contingency, known_from, known_to)
     select id, seq, number, unit_id, unit_pos, case when v = 1 then 'assigned' else 'closed' end, level, 'none', category, key_area, kind, source, origin, text,
       '{}', false, found_on, found_at, claimed_at, false, reported_at, due_on, due_key, '{}', false, registered_on, assigned_on,
       case when v = 2 then submitted_on end, case when v = 2 then submitted_at end, '{}', case when v = 2 then closed_on end, 0,
       case when v = 2 and closed_on is not null and seq % 40 = 0 then 1 else 0 end, 0, false, '{}', v,
       0, measures, contingency, case when v = 1 then found_at else submitted_at end, case when v = 1 and closed_on is not null then submitted_at else 'infinity' end
     from hazards, generate_series(1, 2) v
     where (v = 1 or closed_on is not null) and seq > $1`,
    [from],
  );
  await owner.query(
    `insert into hazard_closings (hazard_id, round, unit_id, unit_pos, level, source, origin, closed_on, recorded_at)
     select id, 0, unit_id, unit_pos, level, source, origin, closed_on, submitted_at from hazards h
     where closed_on is not null and seq > $1`,
    [from],
  );
  await owner.query(
    `insert into hazard_look_backs (id, hazard_id, round, unit_id, unit_pos, reason, from_on, to_on, result, looked_on)
     select gen_random_uuid(), id, 0, unit_id, unit_pos, 'drawn', closed_on + 30, closed_on + 60, case when seq % 40 = 0 then 'relapsed' else 'held' end, closed_on + 40
     from hazards h where closed_on is not null and seq > $1 and seq % 20 = 0`,
    [from],
  );
  await owner.query(
    `insert into hazard_look_backs_history select l.*, (looked_on + time '10:00')::timestamptz, 'infinity', null from hazard_look_backs l
     join hazards h on h.id = l.hazard_id where h.seq > $1`,
    [from],
  );
}
