import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [childOfHazard, beside, majors, lookBacks, clockwork, views, handedOver]) await part.execute(db);
}

/** Rows reached through their hazard are seen and written where it is. */
const childOfHazard = sql`
  create procedure house.child_of_hazard(target regclass) language plpgsql as $$
  begin
    execute format('alter table %s enable row level security', target);
    execute format('create policy of_visible on %s for select using (exists (select from hazards h where h.id = hazard_id))', target);
    execute format('create policy of_own_insert on %s for insert with check (exists (
      select from hazards h where h.id = hazard_id and h.unit_pos <@ (select house.write_scope())))', target);
    execute format('create policy of_own_update on %s for update using (exists (
      select from hazards h where h.id = hazard_id and h.unit_pos <@ (select house.write_scope())))', target);
  end $$`;

const beside = sql`
  /* 如实记录: every step with who, when and what was said. */
  create table hazard_events (
    id uuid primary key,
    seq bigint generated always as identity,
    hazard_id uuid not null references hazards,
    round integer not null,
    step text not null,
    by_id uuid references persons,
    at timestamptz not null,
    note text,
    facts jsonb not null default '{}'
  );
  create index hazard_events_of on hazard_events (hazard_id, seq);
  call house.child_of_hazard('hazard_events');
  call house.allow('select, insert', 'hazard_events');
  /* Photos by the hash that the phone declared; they have arrived when the evidence of that hash and hazard has. */
  create table hazard_photos (
    id uuid primary key,
    hazard_id uuid not null references hazards,
    round integer not null,
    kind text not null check (kind in ('before', 'after', 'progress', 'lookBack')),
    sha256 text not null,
    at integer not null,
    declared_by_id uuid references persons,
    declared_at timestamptz not null,
    unique (hazard_id, round, kind, sha256)
  );
  call house.child_of_hazard('hazard_photos');
  call house.allow('select, insert', 'hazard_photos');
  /* 延期 */
  create table hazard_extensions (
    id uuid primary key,
    hazard_id uuid not null references hazards,
    stage text not null check (stage in ('asked', 'granted', 'denied')),
    asked_by_id uuid not null references persons,
    asked_on date not null,
    reason text not null,
    from_on date not null,
    to_on date not null check (to_on > from_on),
    decided_by_id uuid references persons,
    decided_on date,
    note text
  );
  create unique index hazard_extensions_pending on hazard_extensions (hazard_id, from_on) where stage = 'asked';
  create index hazard_extensions_of on hazard_extensions (hazard_id, asked_on);
  call house.child_of_hazard('hazard_extensions');
  call house.allow('select, insert, update', 'hazard_extensions');
  /* 误报、重复 */
  create table hazard_voidings (
    id uuid primary key,
    hazard_id uuid not null references hazards,
    stage text not null check (stage in ('asked', 'granted', 'denied')),
    kind text not null check (kind in ('falseAlarm', 'duplicate')),
    reason text not null,
    duplicate_of_id uuid references hazards,
    asked_by_id uuid not null references persons,
    asked_on date not null,
    decided_by_id uuid references persons,
    decided_on date,
    note text
  );
  create unique index hazard_voidings_pending on hazard_voidings (hazard_id) where stage = 'asked';
  create index hazard_voidings_of on hazard_voidings (hazard_id, asked_on);
  call house.child_of_hazard('hazard_voidings');
  call house.allow('select, insert, update', 'hazard_voidings')`;

const majors = sql`
  /* 重大隐患提示: what the system suggested and what named persons answered. */
  create table hazard_suggestions (
    hazard_id uuid primary key references hazards,
    criterion_ids text[] not null check (cardinality(criterion_ids) > 0),
    suggested_at timestamptz not null,
    answer_due_at timestamptz not null,
    denial_reason text,
    denial_proposed_by_id uuid references persons,
    decided_by_id uuid references persons,
    decided_on date
  );
  create index hazard_suggestions_unanswered on hazard_suggestions (answer_due_at) where decided_on is null;
  call house.child_of_hazard('hazard_suggestions');
  call house.allow('select, insert, update', 'hazard_suggestions');
  /* 挂牌督办 */
  create table hazard_supervisions (
    id uuid primary key,
    hazard_id uuid not null references hazards,
    seq bigint generated always as identity unique,
    stage text not null check (stage in ('listed', 'delistingAsked', 'delisted')),
    level text not null check (level in ('group', 'county', 'city', 'province')),
    issuer text not null,
    main_person_id uuid not null references persons,
    requirements text not null,
    listed_by_id uuid not null references persons,
    listed_on date not null,
    due_on date not null,
    every_days integer not null check (every_days between 1 and 31),
    last_progress_on date,
    progress_due_on date,
    delisting_asked_by_id uuid references persons,
    delisting_asked_on date,
    delisted_by_id uuid references persons,
    delisted_on date,
    note text,
    version integer not null default 1
  );
  create unique index hazard_supervisions_running on hazard_supervisions (hazard_id, level) where stage <> 'delisted';
  create index hazard_supervisions_of on hazard_supervisions (hazard_id, listed_on);
  create index hazard_supervisions_owing on hazard_supervisions (progress_due_on) where stage <> 'delisted';
  call house.child_of_hazard('hazard_supervisions');
  call house.allow('select, insert, update', 'hazard_supervisions');
  create table hazard_progress (
    id uuid primary key,
    hazard_id uuid not null references hazards,
    supervision_id uuid not null references hazard_supervisions,
    text text not null,
    by_id uuid not null references persons,
    at timestamptz not null
  );
  create index hazard_progress_of on hazard_progress (supervision_id, at);
  call house.child_of_hazard('hazard_progress');
  call house.allow('select, insert', 'hazard_progress')`;

const lookBacks = sql`
  /* 销号: each closing of a round as it was, whatever becomes of the hazard. What a month's draw chooses from. */
  create table hazard_closings (
    hazard_id uuid not null references hazards,
    round integer not null,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    level text not null,
    source text not null,
    origin text not null,
    closed_on date not null,
    accepted_by_id uuid references persons,
    primary key (hazard_id, round)
  );
  create index hazard_closings_of_branch on hazard_closings (unit_pos, closed_on);
  create index hazard_closings_by_day on hazard_closings (closed_on);
  call house.scope_by_unit('hazard_closings');
  call house.allow('select, insert', 'hazard_closings');
  /* 回头看 */
  create table hazard_look_backs (
    id uuid primary key,
    hazard_id uuid not null references hazards,
    round integer not null,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    reason text not null check (reason in ('major', 'authority', 'drawn')),
    from_on date not null,
    to_on date not null,
    inspector_id uuid references persons,
    result text check (result in ('held', 'relapsed')),
    looked_on date,
    note text,
    unique (hazard_id, round)
  );
  create index hazard_look_backs_owed on hazard_look_backs (to_on, id) where result is null;
  create index hazard_look_backs_of_branch on hazard_look_backs (unit_pos, to_on);
  call house.scope_by_unit('hazard_look_backs');
  call house.follows_unit('hazard_look_backs', 'result is null');
  call house.duty('hazard_look_backs', 'inspector_id', 'result is null');
  call house.allow('select, insert, update', 'hazard_look_backs');
  /* 抽查承诺: the hash of each month's seed, published before the month; the seed itself once it is drawn. Anybody may read it. */
  create table hazard_draws (
    month text primary key check (month ~ '^\\d{4}-\\d{2}$'),
    commitment text not null,
    published_on date not null,
    published_at timestamptz not null,
    seed text,
    drawn_on date,
    strata jsonb
  );
  call house.allow('select, insert, update', 'hazard_draws');
  /* The seed before it is revealed, sealed with the key of the installation: reading the database does not tell it. */
  create table hazard_draw_seeds (month text primary key references hazard_draws, sealed bytea not null);
  alter table hazard_draw_seeds enable row level security;
  create policy by_the_clock on hazard_draw_seeds for all using ((select current_setting('app.clock', true)) = 'yes');
  call house.allow('select, insert', 'hazard_draw_seeds')`;

/** Each telling that was owed is told once: its row is written in the transaction that tells. */
const clockwork = sql`
  create table hazard_reminders (
    hazard_id uuid not null references hazards,
    rule text not null,
    on_day date not null,
    told_at timestamptz not null,
    primary key (hazard_id, rule, on_day)
  );
  call house.child_of_hazard('hazard_reminders');
  call house.allow('select, insert', 'hazard_reminders')`;

/** 常用视图 of a person: a name and the query bar. */
const views = sql`
  create table hazard_views (
    id uuid primary key,
    person_id uuid not null references persons,
    name text not null,
    filter jsonb not null,
    created_at timestamptz not null,
    unique (person_id, name)
  );
  alter table hazard_views enable row level security;
  create policy own on hazard_views for all using (person_id = (select nullif(current_setting('app.person', true), '')::uuid));
  call house.allow('select, insert, update, delete', 'hazard_views')`;

/**
 * Work that passes to another person takes its assignment along, whichever way it passes (a new plan, a handover when somebody leaves):
 * the arguments are the column of the person, that of the hazard, and the verb of the work.
 */
const handedOver = sql`
  create function house.assignment_follows() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    was uuid := (to_jsonb(old) ->> tg_argv[0])::uuid;
    becomes uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
    hazard uuid := (to_jsonb(new) ->> tg_argv[1])::uuid;
  begin
    if exists (select from assignments where subject_id = hazard and person_id = was and verb = tg_argv[2] and ended_at is null) then
      update assignments set person_id = becomes where subject_id = hazard and person_id = was and ended_at is null;
    end if;
    return null;
  end $$;
  create trigger assignment_follows after update of responsible_id on hazards for each row
    when (old.responsible_id is not null and new.responsible_id is not null and old.responsible_id <> new.responsible_id)
    execute function house.assignment_follows('responsible_id', 'id', 'hazards.rectify');
  create trigger assignment_follows after update of inspector_id on hazard_look_backs for each row
    when (old.inspector_id is not null and new.inspector_id is not null and old.inspector_id <> new.inspector_id)
    execute function house.assignment_follows('inspector_id', 'hazard_id', 'hazards.lookBack')`;
