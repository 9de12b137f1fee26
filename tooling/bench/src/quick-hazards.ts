import type { Client } from 'pg';

/**
 * A million hazards in half a minute: written past the triggers, their indexes made afterwards, which is why their positions and what they count are given here. They have no
 * history and no words.
 */
export async function quickHazards(owner: Client, count: number): Promise<void> {
  await owner.query('set session_replication_role = replica');
  const indexes = await indexesSetAside(owner);
  await owner.query(
    `insert into hazards (id, unit_id, unit_pos, stage, level, category, key_area, kind, source, text, found_on, found_at, claimed_at, reported_at, due_on, closed_on)
     select gen_random_uuid(), u.id, u.lo, s.stage, (array['team', 'workshop', 'unit'])[1 + n % 3], 'exits',
       (array['fire', 'electricity', 'chemicals', 'other'])[1 + n % 4], 'site', (array['employeeReport', 'dailyPatrol', 'selfCheck'])[1 + n % 3],
       '安全出口堆放第' || n || '批布料', d, d + time '10:00', d + time '10:00', d + time '10:00',
       d + 3 + n % 20, case when s.stage = 'closed' then d + 2 end
     from (select n, date '2023-01-01' + (n * 7 % 1060) as d from generate_series(1, $1::int) n) as days
     cross join lateral (select case when n % 30 <> 0 then 'closed' else (array['reported', 'assigned', 'assigned', 'rectifying', 'submitted'])[1 + n / 30 % 5] end as stage) s
     join (select id, lo, row_number() over () as at from units where depth = 3) u on u.at = 1 + days.n % (select count(*) from units where depth = 3)`,
    [count],
  );
  for (const index of indexes) await owner.query(index);
  await owner.query(
    `insert into hazard_deltas (unit_id, stage, level, source, key_area, open_due, change)
     select unit_id, stage, level, source, key_area, house.open_due(stage, due_key), count(*) from hazards group by 1, 2, 3, 4, 5, 6`,
  );
  await owner.query('set session_replication_role = origin');
}

/** The indexes besides the key are dropped; what makes them again is given back. Filled first, they are built in one go. */
async function indexesSetAside(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index i
     where indrelid = 'hazards'::regclass and not exists (select from pg_constraint where conindid = i.indexrelid)`,
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  return rows.map(({ made }) => made);
}
