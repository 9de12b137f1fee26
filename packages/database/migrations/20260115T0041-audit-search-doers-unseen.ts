import { type Kysely, sql } from 'kysely';

/**
 * The rows tell the name of whoever did it, also of somebody above; his 工号 and login they do not, and no search tries them out. Whoever lies
 * in the reader's sight is found by those as well.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function house.search_doers(wanted text, most integer) returns table (person_id uuid, account_id uuid)
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      reads int8multirange := house.read_scope();
      whole boolean := coalesce(current_setting('app.whole', true), '') = 'yes';
    begin
      return query
        select p.id, a.id from persons p left join accounts a on a.person_id = p.id
        where (position(wanted in replace(p.search_key, lower(coalesce(p.staff_no, '')), '')) > 0
            or ((whole or p.unit_pos <@ reads)
              and (position(wanted in p.search_key) > 0 or position(wanted in lower(p.staff_no)) > 0 or position(wanted in a.login) > 0)))
          and exists (select from trail t where t.person_id = p.id
            and (whole or exists (select from units u where u.id = t.unit_id and u.lo <@ reads)))
        union all
        select null::uuid, a.id from accounts a
        where a.person_id is null and position(wanted in a.login) > 0
          and exists (select from trail t where t.person_id is null and t.account_id = a.id
            and (whole or exists (select from units u where u.id = t.unit_id and u.lo <@ reads)))
        limit least(most, 1000);
    end $$`.execute(db);
}
