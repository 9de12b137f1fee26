import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [units, spans, changes, sight, relabel]) await part.execute(db);
}

/** The tree of today. `lo` is the unit's own label, `lo..hi` its whole branch, `used` the highest label ever given inside it. */
const units = sql`
  create table units (
    id uuid primary key,
    code text not null unique,
    name text not null,
    short_names text[] not null default '{}',
    kind text not null check (kind in ('group', 'subsidiary', 'factory', 'workshop', 'team', 'department')),
    parent_id uuid references units,
    lo bigint not null unique check (lo > 0),
    hi bigint not null check (hi >= lo and hi < 9007199254740992),
    used bigint not null check (used >= lo),
    depth smallint not null check (depth between 0 and 12),
    opened_on date not null,
    closed_on date check (closed_on >= opened_on),
    headcount integer check (headcount >= 0),
    province text,
    industry text,
    flags text[] not null default '{}',
    search_key text not null,
    version integer not null default 1,
    check ((parent_id is null) = (depth = 0))
  );
  create index units_below on units (parent_id, lo);
  create unique index units_one_root on units ((true)) where parent_id is null;
  call house.versioned('units', '{lo,hi,used,search_key,version,depth}');
  call house.allow('select, insert, update', 'units')`;

/** Where a unit hung and what it was called, day by day: \`from_on\` belongs to the span, \`to_on\` is the first day after it. */
const spans = sql`
  create table unit_spans (
    id uuid primary key,
    unit_id uuid not null references units,
    parent_id uuid references units,
    name text not null,
    kind text not null,
    from_on date not null,
    to_on date check (to_on > from_on)
  );
  create index unit_spans_of on unit_spans (unit_id, from_on);
  create index unit_spans_below on unit_spans (parent_id, from_on);
  call house.versioned('unit_spans');
  call house.allow('select, insert, update, delete', 'unit_spans')`;

/** 变更记录: each reorganisation with its day, its reason and the other unit it concerned. */
const changes = sql`
  create table unit_changes (
    id uuid primary key,
    unit_id uuid not null references units,
    act text not null check (act in ('create', 'rename', 'move', 'merge', 'split', 'close')),
    other_id uuid references units,
    effective_on date not null,
    reason text not null,
    by_person_id uuid,
    recorded_at timestamptz not null
  );
  create index unit_changes_of on unit_changes (unit_id, effective_on desc);
  call house.allow('select, insert', 'unit_changes')`;

/** A unit is seen from its own branch and from above (the rest) and, by name, from below: the path to the root is no secret. */
const sight = sql`
  alter table units enable row level security;
  create policy in_sight on units for select using (int8range(lo, hi, '[]') && (select house.read_scope()));
  create policy in_scope_insert on units for insert with check (lo <@ (select house.write_scope()));
  create policy in_scope_update on units for update using (lo <@ (select house.write_scope())) with check (lo <@ (select house.write_scope()));
  alter table unit_spans enable row level security;
  create policy in_sight on unit_spans for select using (exists (select from units where units.id = unit_id));
  create policy in_scope_write on unit_spans for all using (exists (
    select from units where units.id = unit_id and units.lo <@ (select house.write_scope())));
  alter table unit_changes enable row level security;
  create policy in_sight on unit_changes for select using (exists (
    select from units where units.id = unit_id and units.lo <@ (select house.read_scope())));
  create policy in_scope_insert on unit_changes for insert with check (exists (
    select from units where units.id = unit_id and units.lo <@ (select house.write_scope())))`;

/**
 * Gives a moved branch its fresh labels and every row listed by subtree its new position, in one statement each. Only labels within
 * the caller's write scope may be given. The exclusive lock keeps writers out until the move has committed.
 */
const relabel = sql`
  create function house.relabel(ids uuid[], los bigint[], his bigint[], useds bigint[]) returns void
    language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    scoped regclass;
  begin
    perform pg_advisory_xact_lock(hashtext('units.labels'));
    if exists (select from unnest(los) lo where not lo <@ house.write_scope())
      or exists (select from units where id = any(ids) and not lo <@ house.write_scope()) then
      raise exception 'labels outside the scope' using errcode = '42501';
    end if;
    create temporary table moved on commit drop as
      select u.id, u.lo as old_lo, m.lo, m.hi, m.used
      from unnest(ids, los, his, useds) as m (id, lo, hi, used) join units u using (id);
    create unique index on moved (old_lo);
    analyze moved;
    update units u set lo = m.lo, hi = m.hi, used = m.used from moved m where u.id = m.id;
    for scoped in select name from house.scoped_tables loop
      execute format('alter table %s disable trigger user', scoped);
      execute format('update %s t set unit_pos = m.lo from moved m where t.unit_pos = m.old_lo', scoped);
      execute format('alter table %s enable trigger user', scoped);
    end loop;
    drop table moved;
  end $$;
  revoke execute on function house.relabel from public;
  do $$ begin
    execute format('grant execute on function house.relabel to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
