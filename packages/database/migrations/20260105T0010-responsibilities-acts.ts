import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [pastActs, acts, granted]) await part.execute(db);
}

/**
 * 以往的行为: what books that were kept before say that somebody did. The trail tells who entered them and when, as of everything; this tells
 * whose acts they were. The clock alone enters them, and they are never changed.
 */
const pastActs = sql`
  create table past_acts (
    id uuid primary key,
    verb text not null,
    person_id uuid not null references persons,
    unit_id uuid references units,
    subject_id uuid not null,
    at timestamptz not null
  );
  create index past_acts_of_verb on past_acts (verb, at);
  alter table past_acts enable row level security;
  create policy by_the_clock on past_acts using ((select current_setting('app.clock', true)) = 'yes')
    with check ((select current_setting('app.clock', true)) = 'yes');
  call house.allow('insert', 'past_acts')`;

/**
 * 行为: who did what to which record of which unit, and when, as the trail and the books before it tell: nothing of what stood before and after. Seen where the
 * session may read; acts of the whole group, which have no unit, by those alone who see the whole.
 */
const acts = sql`
  create function house.acts(verbs text[], from_at timestamptz, until_at timestamptz)
    returns table (id uuid, verb text, person_id uuid, unit_id uuid, subject_id uuid, at timestamptz)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select t.id, t.verb, t.person_id, t.unit_id, t.subject_id, t.at
    from (
      select id, verb, person_id, unit_id, subject_id, at from trail
      where verb = any(verbs) and at >= from_at and at < until_at and person_id is not null
      union all
      select id, verb, person_id, unit_id, subject_id, at from past_acts where verb = any(verbs) and at >= from_at and at < until_at) t
    where (select current_setting('app.whole', true)) = 'yes'
      or exists (select from units u where u.id = t.unit_id and u.lo <@ (select house.read_scope())) $$`;

const granted = sql`
  revoke execute on function house.acts from public;
  do $$ begin
    execute format('grant execute on function house.acts to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
