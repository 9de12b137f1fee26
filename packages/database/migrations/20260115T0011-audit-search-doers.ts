import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [byAccount, doers, granted]) await part.execute(db);
}

/** What an account without a person did, and who of those ever did anything. */
const byAccount = sql`
  create index trail_of_account on trail (account_id, at desc, id desc) where person_id is null and account_id is not null`;

/**
 * Who is called so by name, pinyin initials, 工号 or login, and did something that a reader may see was done. He may lie above the reader,
 * who is told the name of whoever did it: so nothing is found that the rows do not tell. At most 1000.
 */
const doers = sql`
  create function house.search_doers(wanted text, most integer) returns table (person_id uuid, account_id uuid)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    reads int8multirange := house.read_scope();
    whole boolean := coalesce(current_setting('app.whole', true), '') = 'yes';
  begin
    return query
      select p.id, a.id from persons p left join accounts a on a.person_id = p.id
      where (position(wanted in p.search_key) > 0 or position(wanted in lower(p.staff_no)) > 0 or position(wanted in a.login) > 0)
        and exists (select from trail t where t.person_id = p.id
          and (whole or exists (select from units u where u.id = t.unit_id and u.lo <@ reads)))
      union all
      select null::uuid, a.id from accounts a
      where a.person_id is null and position(wanted in a.login) > 0
        and exists (select from trail t where t.person_id is null and t.account_id = a.id
          and (whole or exists (select from units u where u.id = t.unit_id and u.lo <@ reads)))
      limit least(most, 1000);
  end $$`;

const granted = sql`
  revoke execute on function house.search_doers from public;
  do $$ begin
    execute format('grant execute on function house.search_doers to %I',
      (select value from house.facts where name = 'runtime_role'));
  end $$`;
