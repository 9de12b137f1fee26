import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [checked, persons, accounts, granted]) await part.execute(db);
}

/** The ranges asked for must lie within the session's scope; true when they hold the whole group, where no range need be looked at. */
const checked = sql`
  create function house.whole_within_scope(los bigint[], his bigint[]) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if exists (select from unnest(los, his) as r (lo, hi) where not coalesce(int8range(lo, hi, '[]') <@ house.read_scope(), false)) then
      raise exception 'ranges outside the scope' using errcode = '42501';
    end if;
    return exists (select from units u join unnest(los, his) as r (lo, hi) on r.lo <= u.lo and u.hi <= r.hi where u.parent_id is null);
  end $$`;

/**
 * The one door for looking into names: under row-level security a search reads every row through the policy. wanted is a key as
 * persons.search_key holds them (name, pinyin initials, 工号); at most 1,000 ids, by name.
 */
const persons = sql`
  create function house.search_persons(wanted text, los bigint[], his bigint[], most integer) returns table (id uuid)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if house.whole_within_scope(los, his) then
      return query select p.id from persons p where position(wanted in p.search_key) > 0 order by p.name, p.id limit least(most, 1000);
    else
      return query
        select p.id from unnest(los, his) as r (lo, hi) join persons p on p.unit_pos between r.lo and r.hi
        where position(wanted in p.search_key) > 0 order by p.name, p.id limit least(most, 1000);
    end if;
  end $$`;

/** The same for accounts, by login as well; at most 1,000 ids, in the order of the tree. */
const accounts = sql`
  create function house.search_accounts(wanted text, los bigint[], his bigint[], most integer) returns table (id uuid)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform house.whole_within_scope(los, his);
    return query
      select a.id from unnest(los, his) as r (lo, hi) join accounts a on a.unit_pos between r.lo and r.hi
        left join persons p on p.id = a.person_id
      where position(wanted in p.search_key) > 0 or position(wanted in lower(p.staff_no)) > 0 or position(wanted in a.login) > 0
      order by a.unit_pos, a.id limit least(most, 1000);
  end $$`;

const granted = sql`
  revoke execute on function house.whole_within_scope, house.search_persons, house.search_accounts from public;
  do $$ begin
    execute format('grant execute on function house.search_persons, house.search_accounts to %I',
      (select value from house.facts where name = 'runtime_role'));
  end $$`;
