import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [wholeHistory, besideIncidents, termsKnown, keepTerms]) await part.execute(db);
}

/** A run reads the whole group: whoever may see all of it is not asked row by row. */
const wholeHistory = sql`
  do $$
  declare
    past text;
  begin
    foreach past in array '{incidents_history,incident_clocks_history,training_owed_history,certified_posts_history,persons_history,
      appointments_history}'::text[] loop
      execute format('drop policy if exists in_scope_read on %I', past);
      execute format('create policy in_scope_read on %I for select using ((select house.sees_all()) or exists (
        select from units where units.id = unit_id and units.lo <@ (select house.read_scope())))', past);
    end loop;
  end $$`;

const besideIncidents = sql`
  alter policy of_visible on incident_findings using ((select house.sees_all()) or exists (select from incidents i where i.id = incident_id))`;

/**
 * What the rules asked of each unit, as the product knew it: hours are reckoned by what was asked then. It has the columns of the terms that
 * hours of a year are owed by.
 */
const termsKnown = sql`
  create table training_terms_history (
    unit_id uuid not null references units,
    head_first double precision not null,
    head_again double precision not null,
    new_worker double precision not null,
    worker_again double precision not null,
    known_from timestamptz not null,
    known_to timestamptz not null
  );
  create index training_terms_history_of_unit on training_terms_history (unit_id, known_from);
  alter table training_terms_history enable row level security;
  create policy in_sight on training_terms_history for select using (
    (select house.sees_all()) or exists (select from units where units.id = unit_id));
  call house.allow('select', 'training_terms_history')`;

/** What is taken away and written again alike within one instant is no change. */
const keepTerms = sql`
  create function house.keep_training_terms() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    instant timestamptz := coalesce(nullif(current_setting('app.at', true), '')::timestamptz, now());
  begin
    if tg_op <> 'INSERT' then
      if tg_op = 'UPDATE' and (old.head_first, old.head_again, old.new_worker, old.worker_again)
        = (new.head_first, new.head_again, new.new_worker, new.worker_again) then return null; end if;
      update training_terms_history set known_to = greatest(instant, known_from) where unit_id = old.unit_id and known_to = 'infinity';
    end if;
    if tg_op <> 'DELETE' then
      update training_terms_history h set known_to = 'infinity' where h.unit_id = new.unit_id and h.known_to = instant
        and (h.head_first, h.head_again, h.new_worker, h.worker_again)
          = (new.head_first, new.head_again, new.new_worker, new.worker_again);
      if not found then
        insert into training_terms_history
        values (new.unit_id, new.head_first, new.head_again, new.new_worker, new.worker_again, instant, 'infinity');
      end if;
    end if;
    return null;
  end $$;
  create trigger keep_terms after insert or update or delete on training_terms
    for each row execute function house.keep_training_terms()`;
