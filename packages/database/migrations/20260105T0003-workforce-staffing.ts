import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Rules keep their history, which takes its instant from here.
  await sql`select set_config('app.at', '2000-01-01T00:00:00Z', true)`.execute(db);
  for (const part of [bodies, months, rules]) await part.execute(db);
}

/**
 * 安全管理机构、安委会 of a unit, by the day each was set up; and the officers of whom it was said that they work part-time (an officer
 * of whom nothing was said works full-time). The id of the latter is that of the appointment.
 */
const bodies = sql`
  create table safety_bodies (
    id uuid primary key,
    unit_id uuid not null unique references units,
    unit_pos bigint not null,
    organisation_on date,
    committee_on date,
    version integer not null default 1
  );
  call house.scope_by_unit('safety_bodies');
  call house.versioned('safety_bodies', '{version}');
  call house.allow('select, insert, update', 'safety_bodies');

  create table part_time_officers (
    id uuid primary key references appointments,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    part_time boolean not null,
    version integer not null default 1
  );
  call house.scope_by_unit('part_time_officers');
  call house.versioned('part_time_officers', '{version}');
  call house.allow('select, insert, update', 'part_time_officers')`;

/** 机构和人员配备 at the end of a month, as it was found then: an occurrence of its own, made once. */
const months = sql`
  create table staffing_months (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    month_end date not null,
    headcount integer not null,
    high_risk boolean not null,
    full_time integer not null,
    part_time integer not null,
    organisation boolean not null,
    director boolean not null,
    committee boolean not null,
    required jsonb not null,
    /* Which rules were not met, of bodyOrFullTime, anyOfficer, ratio, director, committee. */
    failures text[] not null,
    /* The first day since which they were not; a vacancy as short as the rule tolerates leaves the month compliant. */
    vacant_since date,
    compliant boolean not null,
    recorded_at timestamptz not null,
    unique (unit_id, month_end)
  );
  create index staffing_months_of_branch on staffing_months (unit_pos, month_end);
  call house.scope_by_unit('staffing_months');
  call house.allow('select, insert', 'staffing_months')`;

/** Years, reviews and windows of certificates, when people are reminded, and what Shandong counts as high risk. */
const rules = sql`
  insert into rules (rule_id, value, layer, place, source, article, certainty, from_on)
  select rule_id, value::text::jsonb, 'nation', '', source, article, certainty, from_on
  from (values
    ('workforce.certificateYearsOperation', 6, '特种作业人员安全技术培训考核管理规定（总局令第30号）', '第十九条', 'read', date '2010-07-01'),
    ('workforce.certificateReviewYears', 3, '特种作业人员安全技术培训考核管理规定（总局令第30号）', '第二十一条', 'read', date '2010-07-01'),
    ('workforce.certificateReviewYearsLong', 6, '特种作业人员安全技术培训考核管理规定（总局令第30号）', '第二十一条', 'read', date '2010-07-01'),
    ('workforce.certificateLongServiceYears', 10, '特种作业人员安全技术培训考核管理规定（总局令第30号）', '第二十一条', 'read', date '2010-07-01'),
    ('workforce.certificateApplyDays', 60, '特种作业人员安全技术培训考核管理规定（总局令第30号）', '第二十二条', 'read', date '2010-07-01'),
    ('workforce.certificateYearsEquipment', 4, 'TSG Z6001-2019', null, 'remembered', date '2019-06-01'),
    ('workforce.certificateApplyMonthsEquipment', 1, 'TSG Z6001-2019', null, 'remembered', date '2019-06-01')
  ) as row (rule_id, value, source, article, certainty, from_on);
  insert into rules (rule_id, value, layer, place, source, certainty, from_on)
  select rule_id, value::text::jsonb, 'product', '', '产品默认值', 'own', date '2000-01-01'
  from (values ('workforce.certificateYearsManager', 3), ('workforce.certificateYearsEngineer', 5),
    ('workforce.certificateRemindFirstDays', 90), ('workforce.certificateRemindAgainDays', 60), ('workforce.certificateRemindThirdDays', 30),
    ('workforce.certificateRemindLastDays', 7), ('workforce.certificateUnitHeadDays', 1), ('workforce.certificateParentDays', 7),
    ('workforce.vacancyDays', 30)) as row (rule_id, value);
  insert into rules (rule_id, value, layer, place, source, article, certainty, from_on) values
    ('workforce.dustIsHighRisk', '"no"', 'product', '', '产品默认值', null, 'own', date '2000-01-01'),
    ('workforce.dustIsHighRisk', '"yes"', 'province', '山东', '山东省安全生产条例（2021年）', '第二十一条', 'read', date '2022-03-01')`;
