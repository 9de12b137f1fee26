import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [childOf, special, beside, fire, checks, owed, told]) await part.execute(db);
}

/** Rows reached through a piece of equipment are seen and written where it is. */
const childOf = sql`
  create procedure house.child_of_equipment(target regclass, parent regclass) language plpgsql as $$
  begin
    execute format('alter table %s enable row level security', target);
    execute format('create policy of_visible on %s for select using (exists (select from %s e where e.id = equipment_id))', target, parent);
    execute format('create policy of_own_insert on %s for insert with check (exists (
      select from %s e where e.id = equipment_id and e.unit_pos <@ (select house.write_scope())))', target, parent);
    execute format('create policy of_own_update on %s for update using (exists (
      select from %s e where e.id = equipment_id and e.unit_pos <@ (select house.write_scope())))', target, parent);
  end $$`;

/** 特种设备. The inspection that counts today is copied beside it, so that lists need not look for it. */
const special = sql`
  create table special_equipment (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    point_id uuid references points,
    own_no text,
    name text not null,
    category text not null check (category in
      ('boiler', 'pressureVessel', 'simpleVessel', 'pressurePipe', 'lift', 'forklift', 'crane', 'other')),
    model text,
    registration text not null check (registration in ('registered', 'pending', 'unstated')),
    register_no text,
    use_from date,
    state text not null default 'inUse' check (state in ('inUse', 'outOfUse', 'scrapped')),
    state_since date not null,
    inspected_on date,
    inspection_result text check (inspection_result in ('passed', 'failed', 'underWay')),
    next_due_on date,
    keeper_id uuid references persons,
    keeper_words text,
    remark text,
    origin text not null default 'recorded' check (origin in ('recorded', 'opening')),
    entered_on date not null,
    search_key text not null,
    version integer not null default 1
  );
  create index special_equipment_of_branch on special_equipment (unit_pos, search_key, id);
  create index special_equipment_by_due on special_equipment (next_due_on, id) where state = 'inUse';
  create unique index special_equipment_own_no on special_equipment (unit_id, own_no) where state <> 'scrapped';
  create unique index special_equipment_register_no on special_equipment (unit_id, register_no) where state <> 'scrapped';
  call house.scope_by_unit('special_equipment');
  call house.follows_unit('special_equipment', 'state <> ''scrapped''');
  call house.duty('special_equipment', 'keeper_id', 'state <> ''scrapped''');
  call house.versioned('special_equipment', '{search_key,version,inspected_on,inspection_result,next_due_on}');
  call house.allow('select, insert, update', 'special_equipment')`;

/** States, inspections and rows of ledgers are facts that stay; a wrong inspection is put right by one that names it. */
const beside = sql`
  create table special_states (
    id uuid primary key,
    equipment_id uuid not null references special_equipment,
    state text not null check (state in ('inUse', 'outOfUse', 'scrapped')),
    from_on date not null,
    reason text not null,
    by_id uuid references persons,
    recorded_at timestamptz not null
  );
  create index special_states_of_equipment on special_states (equipment_id, from_on);
  call house.child_of_equipment('special_states', 'special_equipment');
  call house.allow('select, insert', 'special_states');

  create table special_inspections (
    id uuid primary key,
    equipment_id uuid not null references special_equipment,
    kind text not null check (kind in ('supervision', 'periodic', 'annual', 'self')),
    on_day date not null,
    result text not null check (result in ('passed', 'failed', 'underWay')),
    next_due_on date check (next_due_on > on_day),
    report_no text,
    agency text,
    corrects_id uuid unique references special_inspections,
    by_id uuid references persons,
    recorded_at timestamptz not null
  );
  create index special_inspections_of_equipment on special_inspections (equipment_id, on_day);
  call house.child_of_equipment('special_inspections', 'special_equipment');
  call house.allow('select, insert', 'special_inspections');

  /* 作业人员: the certificate's number is often the identity number, so it is kept like one. */
  create table special_operators (
    id uuid primary key,
    equipment_id uuid not null references special_equipment,
    person_id uuid not null references persons,
    certificate_kind text,
    certificate_sealed bytea,
    certificate_masked text,
    valid_to date,
    from_on date not null,
    to_on date check (to_on >= from_on),
    check ((certificate_sealed is null) = (certificate_masked is null))
  );
  create unique index special_operators_now on special_operators (equipment_id, person_id) where to_on is null;
  create index special_operators_of_person on special_operators (person_id) where to_on is null;
  call house.child_of_equipment('special_operators', 'special_equipment');
  call house.versioned('special_operators');
  drop policy all_read on special_operators_history;
  create policy of_visible on special_operators_history for select using (exists (
    select from special_equipment e where e.id = equipment_id));
  call house.allow('select, insert, update', 'special_operators')`;

/** 消防器材. Dates of a label are as precise as it is: \`2024-07\` or \`2024-07-15\`; the days they come to by the rules stand beside them. */
const fire = sql`
  create table fire_equipment (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    point_id uuid references points,
    no text,
    kind text not null,
    name text,
    model text,
    place text,
    made_on text check (made_on ~ '^\\d{4}-\\d{2}(-\\d{2})?$'),
    serviced_on text check (serviced_on ~ '^\\d{4}-\\d{2}(-\\d{2})?$'),
    scrap_stated_on text check (scrap_stated_on ~ '^\\d{4}-\\d{2}(-\\d{2})?$'),
    service_due_on date,
    scrap_due_on date,
    condition text not null check (condition in ('intact', 'pressureLow', 'damaged', 'missing', 'awaitingScrap', 'scrapped')),
    condition_on date not null,
    scrapped_on date,
    scrap_reason text,
    keeper_id uuid references persons,
    keeper_words text,
    remark text,
    origin text not null default 'recorded' check (origin in ('recorded', 'opening')),
    entered_on date not null,
    search_key text not null,
    version integer not null default 1,
    check ((condition = 'scrapped') = (scrapped_on is not null))
  );
  create index fire_equipment_of_branch on fire_equipment (unit_pos, search_key, id);
  create index fire_equipment_of_point on fire_equipment (point_id) where point_id is not null;
  create index fire_equipment_service_due on fire_equipment (service_due_on, unit_id) where condition <> 'scrapped';
  create index fire_equipment_scrap_due on fire_equipment (scrap_due_on, unit_id) where condition <> 'scrapped';
  create unique index fire_equipment_no on fire_equipment (unit_id, no) where condition <> 'scrapped';
  call house.scope_by_unit('fire_equipment');
  call house.follows_unit('fire_equipment', 'condition <> ''scrapped''');
  call house.duty('fire_equipment', 'keeper_id', 'condition <> ''scrapped''');
  call house.versioned('fire_equipment', '{search_key,version,service_due_on,scrap_due_on}');
  call house.allow('select, insert, update', 'fire_equipment')`;

const checks = sql`
  create table fire_checks (
    id uuid primary key,
    equipment_id uuid not null references fire_equipment,
    kind text not null check (kind in ('spot', 'service', 'test')),
    on_day date not null,
    condition text not null check (condition in ('intact', 'pressureLow', 'damaged', 'missing', 'awaitingScrap')),
    items jsonb not null default '{}',
    reading text,
    note text,
    /* The plate of its point was scanned. */
    scanned boolean not null,
    corrects_id uuid unique references fire_checks,
    by_id uuid references persons,
    recorded_at timestamptz not null
  );
  create index fire_checks_of_equipment on fire_checks (equipment_id, on_day);
  call house.child_of_equipment('fire_checks', 'fire_equipment');
  call house.allow('select, insert', 'fire_checks');

  /* 疏散通道、消防泵运行、建筑消防设施检测. */
  create table place_checks (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    point_id uuid references points,
    kind text not null check (kind in ('passage', 'pumpRun', 'facilities')),
    on_day date not null,
    passed boolean not null,
    readings jsonb not null default '[]',
    report_no text,
    note text,
    by_id uuid references persons,
    recorded_at timestamptz not null
  );
  create index place_checks_of_branch on place_checks (unit_pos, on_day, id);
  call house.scope_by_unit('place_checks');
  call house.allow('select, insert', 'place_checks');

  /* The row of a ledger that told of a piece, with every cell as it was written. */
  create table equipment_ledger_rows (
    subject_id uuid not null,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    file_hash text not null check (length(file_hash) = 64),
    file_name text not null,
    sheet text not null,
    row integer not null,
    words jsonb not null,
    told_at timestamptz not null,
    primary key (subject_id, file_hash)
  );
  call house.scope_by_unit('equipment_ledger_rows');
  call house.allow('select, insert', 'equipment_ledger_rows')`;

/** 点检应做: one look-over owed within these days, an occurrence of its own. One that nobody made stays. */
const owed = sql`
  create table fire_spot_duties (
    id uuid primary key,
    equipment_id uuid not null references fire_equipment,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    from_on date not null,
    due_on date not null check (due_on >= from_on),
    checked_on date,
    check_id uuid references fire_checks,
    unique (equipment_id, due_on)
  );
  create index fire_spot_duties_open on fire_spot_duties (due_on, unit_id) where checked_on is null;
  create index fire_spot_duties_of_branch on fire_spot_duties (unit_pos, due_on);
  call house.scope_by_unit('fire_spot_duties');
  call house.versioned('fire_spot_duties');
  call house.allow('select, insert, update', 'fire_spot_duties')`;

/** Each telling once: the subject is a machine or, for what is told by the dozen, a unit. */
const told = sql`
  create table equipment_reminders (
    subject_id uuid not null,
    rule text not null,
    due_on date not null,
    days integer not null,
    told_at timestamptz not null,
    primary key (subject_id, rule, due_on, days)
  );
  alter table equipment_reminders enable row level security;
  create policy by_the_clock on equipment_reminders using ((select house.sees_all())) with check ((select house.sees_all()));
  call house.allow('select, insert', 'equipment_reminders')`;
