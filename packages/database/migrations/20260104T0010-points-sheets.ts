import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [keyPositions, sheets, places, door, lives]) await part.execute(db);
}

/** 重点部位: a point that the unit has determined as one, from a day until a day. */
const keyPositions = sql`
  create table key_positions (
    id uuid primary key,
    point_id uuid not null references points,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    reason text not null,
    from_on date not null,
    to_on date check (to_on >= from_on),
    determined_by_id uuid,
    ending text,
    version integer not null default 1
  );
  create unique index key_positions_now on key_positions (point_id) where to_on is null;
  create index key_positions_of_branch on key_positions (unit_pos, from_on);
  call house.scope_by_unit('key_positions');
  call house.follows_unit('key_positions', 'to_on is null');
  call house.versioned('key_positions', '{version}');
  call house.allow('select, insert, update', 'key_positions')`;

/** 图纸: a series, and its versions; the picture is a piece of evidence, drawn anew and stripped like every photo. */
const sheets = sql`
  create table point_sheets (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    point_id uuid references points,
    kind text not null check (kind in ('floorPlan', 'layout', 'escapeRoute', 'fireEquipment', 'fourColour')),
    name text not null,
    /** The floor plan that a four-colour map is drawn on. */
    plan_id uuid references point_sheets check ((plan_id is null) = (kind <> 'fourColour')),
    opened_on date not null,
    closed_on date,
    version integer not null default 1
  );
  create index point_sheets_of_branch on point_sheets (unit_pos, name, id);
  create index point_sheets_of_point on point_sheets (point_id) where point_id is not null;
  create unique index point_sheets_of_plan on point_sheets (plan_id) where plan_id is not null;
  call house.scope_by_unit('point_sheets');
  call house.follows_unit('point_sheets', 'closed_on is null');
  call house.versioned('point_sheets', '{version}');
  call house.allow('select, insert, update', 'point_sheets');
  create procedure house.child_of_sheet(target regclass) language plpgsql as $$
  begin
    execute format('alter table %s enable row level security', target);
    execute format('create policy of_visible on %s for select using (exists (select from point_sheets s where s.id = sheet_id))', target);
    execute format('create policy of_own on %s for all using (exists (
      select from point_sheets s where s.id = sheet_id and s.unit_pos <@ (select house.write_scope())))', target);
  end $$;
  create table point_sheet_versions (
    id uuid primary key,
    sheet_id uuid not null references point_sheets,
    number integer not null check (number > 0),
    /** What the QR of the printed sheet leads to. */
    code text not null unique,
    evidence_id uuid references evidence,
    /** What a four-colour map showed when it was printed. */
    shown jsonb,
    note text,
    issued_on date not null,
    issued_by_id uuid,
    replaced_on date check (replaced_on >= issued_on),
    unique (sheet_id, number),
    check ((evidence_id is null) <> (shown is null))
  );
  create unique index point_sheet_versions_current on point_sheet_versions (sheet_id) where replaced_on is null;
  call house.child_of_sheet('point_sheet_versions');
  call house.allow('select, insert, update', 'point_sheet_versions')`;

/** Where a point stands on a floor plan, in ten-thousandths. */
const places = sql`
  create table plan_places (
    sheet_id uuid not null references point_sheets,
    point_id uuid not null references points,
    x integer not null check (x between 0 and 10000),
    y integer not null check (y between 0 and 10000),
    placed_on date not null,
    primary key (sheet_id, point_id)
  );
  create index plan_places_of_point on plan_places (point_id);
  call house.child_of_sheet('plan_places');
  call house.allow('select, insert, update, delete', 'plan_places')`;

/** A printed sheet at the public door: which version it is and whether it still holds, nothing of what or whose it is. */
const door = sql`
  create function house.sheet(wanted text) returns table (kind text, number integer, issued_on date, replaced_on date, closed_on date)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select s.kind, v.number, v.issued_on, v.replaced_on, s.closed_on
    from point_sheet_versions v join point_sheets s on s.id = v.sheet_id where v.code = wanted $$;
  revoke execute on function house.sheet from public;
  do $$ begin
    execute format('grant execute on function house.sheet to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

/**
 * 现状 of points: what stands open at them now. Contexts say it of their own tables, so the map need not know them: each source selects
 * (point_id, unit_pos, cause, subject_id, weight, due_on). The view acts with the caller's rights and shows his scope only.
 */
const lives = sql`
  create table house.live_sources (name text primary key, open text not null);
  create procedure house.lives_at_points(source text, open text) language plpgsql as $$
  begin
    insert into house.live_sources values (source, open) on conflict (name) do update set open = excluded.open;
    execute 'create or replace view point_lives with (security_invoker = true) as '
      || (select string_agg(format('(%s)', s.open), ' union all ' order by s.name) from house.live_sources s);
    call house.allow('select', 'point_lives');
  end $$;
  call house.lives_at_points('hazards', $$
    select h.point_id, h.unit_pos, 'hazard'::text as cause, h.id as subject_id, h.level as weight, h.due_on
    from hazards h where h.point_id is not null and h.stage not in ('closed', 'void') $$);
  create index hazards_open_at_point on hazards (point_id) where point_id is not null and stage not in ('closed', 'void')`;
