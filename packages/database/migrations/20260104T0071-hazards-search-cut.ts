import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [hazards, units, granted]) await part.execute(db);
}

/** As before, but what lies outside the scope is cut off instead of failing the whole: nothing is found there, as nothing is counted there. */
const hazards = sql`
  create or replace function house.search_hazards(wanted text, los bigint[], his bigint[], most integer) returns table (id uuid)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    words text[] := array_remove(regexp_split_to_array(lower(normalize(wanted, NFKC)), '\\s+'), '');
    /* A word of two signs or more is found by its pairs alone: single signs stand in too many hazards. */
    pairs text[] := (select coalesce(array_agg(distinct gram), '{}') from unnest(words) as word, unnest(house.grams(word)) as gram
      where length(gram) = least(2, length(word)));
  begin
    select array_agg(lower(part)), array_agg(upper(part) - 1) into los, his
    from unnest(los, his) as r (lo, hi), unnest(int8multirange(int8range(r.lo, r.hi, '[]')) * house.read_scope()) as part;
    /* A small branch is read through; a wide one is searched by its words. */
    if (select count(*) from (select from unnest(los, his) as r (lo, hi) join hazards h on h.unit_pos between r.lo and r.hi limit 5001) as few) <= 5000 then
      return query
        with near as materialized (
          select h.* from unnest(los, his) as r (lo, hi) join hazards h on h.unit_pos between r.lo and r.hi)
        select near.id from near
        where near.grams @> pairs and house.carries(coalesce(near.text, '') || chr(10) || coalesce(near.place, ''), words)
        order by near.found_on desc, near.id desc limit least(most, 1000);
    else
      return query
        select h.id from hazards h
        where h.grams @> pairs
          and exists (select from unnest(los, his) as r (lo, hi) where h.unit_pos between r.lo and r.hi)
          and house.carries(coalesce(h.text, '') || chr(10) || coalesce(h.place, ''), words)
        order by h.found_on desc, h.id desc limit least(most, 1000);
    end if;
  end $$`;

/**
 * The door for looking into names of units, as there is one for people and accounts: wanted is a key as units.search_key holds them (name,
 * short names, pinyin initials, code). Open units within the scope, at most 1,000, those that match earliest first.
 */
const units = sql`
  create function house.search_units(wanted text, los bigint[], his bigint[], most integer) returns table (id uuid, at integer)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    return query
      select u.id, position(wanted in u.search_key)
      from unnest(los, his) as r (lo, hi), unnest(int8multirange(int8range(r.lo, r.hi, '[]')) * house.read_scope()) as part,
        units u
      where u.lo between lower(part) and upper(part) - 1 and u.closed_on is null and position(wanted in u.search_key) > 0
      order by 2, u.lo limit least(most, 1000);
  end $$`;

const granted = sql`
  revoke execute on function house.search_units from public;
  do $$ begin
    execute format('grant execute on function house.search_units to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
