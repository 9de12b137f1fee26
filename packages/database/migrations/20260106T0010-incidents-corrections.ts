import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('app.at', '2000-01-01T00:00:00Z', true)`.execute(db);
  for (const part of [corrections, numbers, reminders, withdrawals, gates, names, rules]) await part.execute(db);
}

/** 更正时间: what a time was, what it is and why; a row for each time, and nothing is ever taken back. */
const corrections = sql`
  create table incident_time_corrections (
    id uuid primary key,
    seq bigint generated always as identity,
    incident_id uuid not null references incidents,
    field text not null check (field in ('occurredAt', 'discoveredAt', 'leaderInformedAt')),
    from_at timestamptz not null,
    to_at timestamptz not null check (to_at <> from_at),
    reason text not null,
    by_id uuid references persons,
    recorded_at timestamptz not null
  );
  create index incident_time_corrections_of_incident on incident_time_corrections (incident_id, seq);
  call house.child_of_incident('incident_time_corrections');
  call house.allow('select, insert', 'incident_time_corrections')`;

/** An event keeps the number it was given, though it turns out to belong to another year: papers name it by that. */
const numbers = sql`
  alter table incidents alter column number drop expression;
  create function house.number_incident() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  begin
    new.number := 'E-' || extract(year from new.occurred_on)::int::text || '-' || lpad(new.seq::text, greatest(4, length(new.seq::text)), '0');
    return new;
  end $$;
  create trigger number_incident before insert on incidents for each row execute function house.number_incident()`;

/** A deadline that has moved is told of anew: each telling is once for a clock, a deadline and a rung. */
const reminders = sql`
  alter table incident_reminders add column due_at timestamptz;
  update incident_reminders r set due_at = c.due_at from incident_clocks c where c.id = r.clock_id;
  alter table incident_reminders alter column due_at set not null;
  alter table incident_reminders drop constraint incident_reminders_pkey;
  alter table incident_reminders add primary key (clock_id, due_at, rung)`;

/** 撤回处理决定: the decision stays and is seen; it counts no more. */
const withdrawals = sql`
  create table incident_handling_withdrawals (
    handling_id uuid primary key references incident_handlings,
    incident_id uuid not null references incidents,
    reason text not null,
    by_id uuid references persons,
    recorded_at timestamptz not null
  );
  create index incident_handling_withdrawals_of_incident on incident_handling_withdrawals (incident_id);
  call house.child_of_incident('incident_handling_withdrawals');
  call house.allow('select, insert', 'incident_handling_withdrawals')`;

/** A confirmation lapses with the record that it stood on, and may then be given anew. */
const gates = sql`
  alter table incident_gates add column lapsed_at timestamptz;
  alter table incident_gates drop constraint incident_gates_incident_id_round_gate_key;
  create unique index incident_gates_standing on incident_gates (incident_id, round, gate) where lapsed_at is null;
  create index incident_gates_of_incident on incident_gates (incident_id, round);
  call house.allow('update', 'incident_gates')`;

const names = sql`
  create or replace function house.named_on_incidents(wanted uuid[]) returns table (id uuid, name text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with seen as (
      select i.* from incidents i where i.id = any(wanted[1:500]) and i.unit_pos <@ house.read_scope()),
    named as (
      select unnest(array[leader_id, reported_by_id, graded_by_id, closed_by_id]) as person_id from seen
      union select person_id from incident_casualties where incident_id in (select seen.id from seen)
      union select person_id from incident_handlings where incident_id in (select seen.id from seen)
      union select unnest(array[leader_id, submitted_by_id, approved_by_id]) from incident_investigations
        where incident_id in (select seen.id from seen)
      union select by_id from incident_grades where incident_id in (select seen.id from seen)
      union select by_id from incident_findings where incident_id in (select seen.id from seen)
      union select by_id from incident_reports where incident_id in (select seen.id from seen)
      union select confirmed_by_id from incident_gates where incident_id in (select seen.id from seen)
      union select by_id from incident_time_corrections where incident_id in (select seen.id from seen)
      union select by_id from incident_handling_withdrawals where incident_id in (select seen.id from seen)
      union select by_id from incident_events where incident_id in (select seen.id from seen))
    select p.id, p.name from persons p where p.id in (select person_id from named) $$`;

/** 未遂事件 closes by the four gates; whether it waits for 责任认定 too is for the house to say. */
const rules = sql`
  insert into rules (rule_id, value, layer, place, source, certainty, from_on)
  values ('incidents.nearMissResponsibility', '"no"', 'product', '', '产品默认值', 'own', date '2000-01-01')`;
