import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [doers, granted]) await part.execute(db);
}

/**
 * Who did what a reader may see was done, by name, or by login where there is no person: it may have been somebody from above, whom the
 * reader cannot see. Rows of before a sign-in named its account are told by the account whose session was opened. `tried` is the login of
 * an account at which somebody tried in vain, a person's 工号; what was typed is nowhere. Only of rows within sight, at most 500.
 */
const doers = sql`
  create function house.doers_on_trail(wanted uuid[]) returns table (id uuid, name text, tried text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select t.id, coalesce(p.name, a.login), case when t.after ? 'refused' then coalesce(entered.login, holder.staff_no, holder.name) end
    from trail t
    left join accounts entered on entered.id = t.subject_id and t.account_id is null and t.person_id is null
      and t.verb in ('access.signIn', 'access.signInByPin', 'access.signInBySso', 'access.signInByScan')
    left join persons holder on holder.id = entered.person_id
    left join accounts a on a.id = coalesce(t.account_id, case when t.after ? 'sessionId' then entered.id end)
    left join persons p on p.id = coalesce(t.person_id, case when t.account_id is null then a.person_id end)
    where t.id = any(wanted[1:500]) and ((select current_setting('app.whole', true)) = 'yes'
      or exists (select from units u where u.id = t.unit_id and u.lo <@ (select house.read_scope()))) $$`;

const granted = sql`
  revoke execute on function house.doers_on_trail from public;
  do $$ begin
    execute format('grant execute on function house.doers_on_trail to %I',
      (select value from house.facts where name = 'runtime_role'));
  end $$`;
