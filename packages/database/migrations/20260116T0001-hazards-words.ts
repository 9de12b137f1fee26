import { type Kysely, sql } from 'kysely';

/** The words of hazards lie beside them: a hazard that moves with its branch took the index of its words along, a third of what a move cost. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [words, moved, given, changed, newest, search]) await part.execute(db);
}

/**
 * What each hazard is found by. Nobody reads it but the door for words. It has no reference to the hazard: it is written before the hazard,
 * in the same statement.
 */
const words = sql`
  create table hazard_words (hazard_id uuid primary key, grams text[] collate "C" not null)`;

/** In the hazard itself the column is from now on only the way in, and empty afterwards. */
const moved = sql`
  insert into hazard_words select id, grams from hazards;
  create index hazard_words_by_grams on hazard_words using gin (grams);
  drop index hazards_by_grams;
  drop trigger keep_grams on hazards;
  drop trigger keep_grams_again on hazards;
  alter table hazards alter grams type text[] collate "C" using '{}'`;

/** Whoever enters many has cut the words already, the same way. What is there stays: a hazard that is sent again is none of its sender's. */
const given = sql`
  create or replace function house.keep_hazard_grams() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into hazard_words
      values (new.id, case new.grams when '{}' then house.grams(coalesce(new.text, '') || ' ' || coalesce(new.place, '')) else new.grams end)
      on conflict do nothing;
    new.grams := '{}';
    return new;
  end $$;
  create trigger keep_grams before insert on hazards for each row execute function house.keep_hazard_grams()`;

const changed = sql`
  create function house.keep_hazard_words() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp as $$
  begin
    update hazard_words set grams = house.grams(coalesce(new.text, '') || ' ' || coalesce(new.place, '')) where hazard_id = new.id;
    return null;
  end $$;
  create trigger keep_words after update of text, place on hazards for each row
    when ((old.text, old.place) is distinct from (new.text, new.place)) execute function house.keep_hazard_words()`;

/**
 * Those of a wide branch that carry the words, newest first, looked at one by one until there are enough: for words that stand in so many
 * hazards that the newest are soon found, and to gather all of them would take seconds. Words that are common elsewhere only are looked
 * for in the whole branch.
 */
const newest = sql`
  create function house.newest_hazards(words text[], los bigint[], his bigint[], most integer) returns table (id uuid)
    language plpgsql stable set search_path = pg_catalog, public, pg_temp
    set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
  begin
    return query execute 'select h.id from hazards h
      where h.unit_pos between $4 and $5
        and exists (select from unnest($2, $3) as r (lo, hi) where h.unit_pos between r.lo and r.hi)
        and house.carries(coalesce(h.text, $6) || chr(10) || coalesce(h.place, $6), $1)
      order by h.found_on desc, h.id desc limit $7'
      using words, los, his, (select min(lo) from unnest(los) as lo), (select max(hi) from unnest(his) as hi), '', most;
  end $$;
  revoke execute on function house.newest_hazards from public`;

/** As before: the same hazards in the same order. Whose words fit is known before any hazard is looked at. */
const search = sql`
  create or replace function house.search_hazards(wanted text, los bigint[], his bigint[], most integer) returns table (id uuid)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    words text[] := array_remove(regexp_split_to_array(lower(normalize(wanted, NFKC)), '\\s+'), '');
    /* A word of two signs or more is found by its pairs alone: single signs stand in too many hazards. */
    pairs text[] := (select coalesce(array_agg(distinct gram), '{}') from unnest(words) as word, unnest(house.grams(word)) as gram
      where length(gram) = least(2, length(word)));
    candidates uuid[];
  begin
    select array_agg(lower(part)), array_agg(upper(part) - 1) into los, his
    from unnest(los, his) as r (lo, hi), unnest(int8multirange(int8range(r.lo, r.hi, '[]')) * house.read_scope()) as part;
    /* A small branch is read through; a wide one is searched by its words. */
    if (select count(*) from (select from unnest(los, his) as r (lo, hi) join hazards h on h.unit_pos between r.lo and r.hi limit 5001) as few) <= 5000 then
      return query
        with near as materialized (
          select h.id, h.found_on, h.text, h.place from unnest(los, his) as r (lo, hi) join hazards h on h.unit_pos between r.lo and r.hi)
        select near.id from near
        where exists (select from hazard_words w where w.hazard_id = near.id and w.grams @> pairs)
          and house.carries(coalesce(near.text, '') || chr(10) || coalesce(near.place, ''), words)
        order by near.found_on desc, near.id desc limit least(most, 1000);
      return;
    end if;
    candidates := array(select w.hazard_id from hazard_words w where w.grams @> pairs limit 20001);
    if cardinality(candidates) > 20000 then
      return query select h.id from house.newest_hazards(words, los, his, least(most, 1000)) as h;
    else
      return query
        select h.id from unnest(candidates) as f (hazard_id) join hazards h on h.id = f.hazard_id
        where exists (select from unnest(los, his) as r (lo, hi) where h.unit_pos between r.lo and r.hi)
          and house.carries(coalesce(h.text, '') || chr(10) || coalesce(h.place, ''), words)
        order by h.found_on desc, h.id desc limit least(most, 1000);
    end if;
  end $$`;
