import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [acts, granted]) await part.execute(db);
}

/**
 * 行为: who did what to which record of which unit, and when, as the trail tells it: nothing of what stood before and after. Seen where the
 * session may read; acts of the whole group, which have no unit, by those alone who see the whole.
 */
const acts = sql`
  create function house.acts(verbs text[], from_at timestamptz, until_at timestamptz)
    returns table (id uuid, verb text, person_id uuid, unit_id uuid, subject_id uuid, at timestamptz)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select t.id, t.verb, t.person_id, t.unit_id, t.subject_id, t.at from trail t
    where t.verb = any(verbs) and t.at >= from_at and t.at < until_at and t.person_id is not null
      and ((select current_setting('app.whole', true)) = 'yes'
        or exists (select from units u where u.id = t.unit_id and u.lo <@ (select house.read_scope()))) $$`;

const granted = sql`
  revoke execute on function house.acts from public;
  do $$ begin
    execute format('grant execute on function house.acts to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
