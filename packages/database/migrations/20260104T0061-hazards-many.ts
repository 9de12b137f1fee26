import { type Kysely, sql } from 'kysely';

/** What an import of many hazards spent its time on: cutting their words, and keeping the cut words a second time in the history. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [gramsGiven, history, historyKept]) await part.execute(db);
}

/** Whoever enters many has cut the words already, the same way. */
const gramsGiven = sql`
  drop trigger keep_grams on hazards;
  create trigger keep_grams before insert on hazards for each row when (new.grams = '{}') execute function house.keep_hazard_grams();
  create trigger keep_grams_again before update of text, place on hazards for each row execute function house.keep_hazard_grams()`;

/** Nobody searches the past by its words: there the column stays empty. */
const history = sql`
  create function house.keep_hazard_history() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    instant timestamptz := house.at();
    person uuid := nullif(current_setting('app.person', true), '')::uuid;
  begin
    if instant is null then raise exception 'app.at is not set: history takes its instant from the clock'; end if;
    if tg_op = 'UPDATE' and (to_jsonb(old) - tg_argv) = (to_jsonb(new) - tg_argv) then return null; end if;
    update hazards_history set known_to = greatest(instant, known_from) where id = old.id and known_to = 'infinity';
    if tg_op = 'UPDATE' then
      new.grams := '{}';
      insert into hazards_history select new.*, instant, 'infinity', person;
    end if;
    return null;
  end $$;
  create function house.keep_hazards_beginning() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    columns text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
      where attrelid = 'hazards'::regclass and attnum > 0 and not attisdropped and attname <> 'grams');
  begin
    if house.at() is null then raise exception 'app.at is not set: history takes its instant from the clock'; end if;
    execute format('insert into hazards_history (%1$s, grams, known_from, known_to, known_by)
      select %1$s, ''{}'', $1, ''infinity'', $2 from fresh', columns)
      using house.at(), nullif(current_setting('app.person', true), '')::uuid;
    return null;
  end $$`;

const historyKept = sql`
  drop trigger keep_history on hazards;
  drop trigger keep_beginning on hazards;
  create trigger keep_history after update or delete on hazards for each row
    execute function house.keep_hazard_history('seq', 'number', 'due_key', 'grams', 'version', 'unit_pos');
  create trigger keep_beginning after insert on hazards referencing new table as fresh for each statement
    execute function house.keep_hazards_beginning()`;
