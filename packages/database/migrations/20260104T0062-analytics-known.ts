import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [lookBacksKnown, forgetting]) await part.execute(db);
}

/** A look-back as it was known, of a hazard as it was known at the same time: its level then, not today's. */
const lookBacksKnown = sql`
  create or replace view analytics_look_backs_known with (security_invoker = true) as
    select l.id as look_back_id, l.hazard_id, h.number as hazard_number, l.unit_id, u.code as unit_code, u.name as unit_name, h.level,
      l.round, l.reason, l.from_on, l.to_on as due_on, l.looked_on, l.result, l.looked_on <= l.to_on as on_time, u.lo as pos,
      greatest(l.known_from, h.known_from) as known_from, least(l.known_to, h.known_to) as known_to
    from hazard_look_backs_history l
      join units u on u.id = l.unit_id
      join hazards_history h on h.id = l.hazard_id and greatest(l.known_from, h.known_from) < least(l.known_to, h.known_to)
    where u.lo <@ (select house.read_scope())`;

/** Notes of readings that are older than they are kept; the trail tells of the reading itself for good. At most so many at a time. */
const forgetting = sql`
  create index analytics_reads_by_age on analytics_reads (began_at);
  create function house.forget_analytics_reads(before timestamptz, most integer) returns integer
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with gone as (
      delete from analytics_reads where id in (select id from analytics_reads where began_at < before order by began_at limit most) returning 1)
    select count(*)::integer from gone $$;
  revoke execute on function house.forget_analytics_reads from public;
  do $$ begin
    execute format('grant execute on function house.forget_analytics_reads to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
