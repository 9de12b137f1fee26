import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Rules keep their history, which takes its instant from here.
  await sql`select set_config('app.at', '2000-01-01T00:00:00Z', true)`.execute(db);
  for (const part of [told, rules]) await part.execute(db);
}

/** 放行 about to end and ended: each telling once. */
const told = sql`
  create table gate_override_tellings (
    override_id uuid not null references gate_overrides,
    about text not null check (about in ('ending', 'ended')),
    told_at timestamptz not null,
    primary key (override_id, about)
  );
  create index gate_overrides_by_end on gate_overrides (until_on, id);
  alter table gate_override_tellings enable row level security;
  create policy by_the_clock on gate_override_tellings using ((select house.sees_all())) with check ((select house.sees_all()));
  call house.allow('select, insert', 'gate_override_tellings')`;

const rules = sql`
  insert into rules (rule_id, value, layer, place, source, certainty, from_on) values
    ('workforce.overrideRemindDays', '3', 'product', '', '产品默认值', 'own', date '2000-01-01')`;
