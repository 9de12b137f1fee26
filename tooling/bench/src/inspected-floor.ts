import type { Client } from 'pg';

/** How large: points spread evenly over the workshops, checked once a day each for so many days until yesterday. */
export type Floor = { readonly points: number; readonly days: number; readonly today: string };

/**
 * A plan for every workshop, its points, and a past of daily checks: of a hundred, three are missed and one is late. Each month is written
 * aside, without indexes and without asking each row's triggers, and attached when it is full; what the triggers would have counted is
 * counted afterwards by the recount itself.
 */
export async function fillFloor(owner: Client, { points, days, today }: Floor): Promise<void> {
  await owner.query(
    `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`,
  );
  await owner.query(checklist);
  await owner.query(pointsOf, [points]);
  await owner.query(plans, [today]);
  await owner.query(keepers);
  await owner.query('vacuum analyze');
  const first = dayBefore(today, days);
  for (const month of monthsFrom(first, dayBefore(today, 1))) await fillMonth(owner, { month, first, today });
  await owner.query(`select house.make_inspection_months($1::date, $1::date + 31)`, [today]);
  await owner.query('set session_replication_role = origin');
  await owner.query('vacuum analyze');
}

type Month = { readonly month: string; readonly first: string; readonly today: string };

async function fillMonth(owner: Client, { month, first, today }: Month): Promise<void> {
  for (const [table, rows] of [
    ['inspection_occurrences', occurrences],
    ['inspection_results', results],
  ] as const) {
    const part = `${table}_${month.slice(0, 7).replace('-', '')}`;
    await owner.query(`create table ${part} (like ${table} including defaults including constraints)`);
    await owner.query(rows(part), [month, first, today]);
    await owner.query(`alter table ${part} enable row level security`);
    await owner.query(
      `alter table ${table} attach partition ${part} for values from ('${month}') to ('${dayBefore(month, -40).slice(0, 7)}-01')`,
    );
    await owner.query(`analyze ${part}`);
  }
  await owner.query(`select house.recount_inspections($1::date, ($1::date + interval '1 month')::date)`, [month]);
  process.stderr.write(`${month.slice(0, 7)} is filled\n`);
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

/** The first days of the months from one day to another. */
function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = `${first.slice(0, 7)}-01`; month <= last; month = `${dayBefore(month, -40).slice(0, 7)}-01`) months.push(month);
  return months;
}

const items = JSON.stringify(
  Array.from({ length: 10 }, (_, at) => ({
    code: `DAILY-${String(at + 1).padStart(2, '0')}`,
    text: `第${at + 1}项`,
    textEn: null,
    guide: null,
    starred: false,
    clauseIds: [],
    basis: null,
    factor: 'material',
    category: 'other',
    answer: { kind: 'passFail' },
    photo: 'onFailure',
    mayNotApply: true,
    measureId: null,
  })),
);

const checklist = `
  with list as (
    insert into inspection_checklists (id, unit_id, unit_pos, code, name, kind, key_area, search_key)
    select gen_random_uuid(), id, lo, 'DAILY', '日检', 'inspection', 'other', '' from units where depth = 0 returning id)
  insert into inspection_checklist_versions (id, checklist_id, number, own, items, followed, published_at)
  select gen_random_uuid(), id, 1, '${items}', '${items}', false, '2020-01-01' from list`;

const pointsOf = `
  insert into points (id, code, name, kind, unit_id, unit_pos, search_key, opened_on)
  select gen_random_uuid(), 'P' || lpad(n::text, 9, '0'), '点位' || n, 'other', u.id, u.lo, '', '2020-01-01'
  from generate_series(1, $1::int) n
  join (select id, lo, row_number() over () as at, count(*) over () as every from units where depth = 3) u on u.at = 1 + n % u.every`;

const plans = `
  insert into inspection_plans (id, unit_id, unit_pos, kind, name, checklist_id, cadence, points_of, rest_days, grace_minutes, post, from_on, made_to, search_key)
  select gen_random_uuid(), u.id, u.lo, 'inspection', '每日点检', (select id from inspection_checklists), '{"every":"day","from":"00:00","until":"24:00"}',
    'branch', 'keep', 0, 'workshopHead', '2020-01-01', $1::date - 1, ''
  from units u where u.depth = 3`;

const keepers = `
  with heads as (
    insert into persons (id, name, unit_id, unit_pos, search_key) select gen_random_uuid(), '主任', id, lo, '' from units where depth = 3
    returning id, unit_id, unit_pos)
  insert into appointments (id, person_id, unit_id, unit_pos, post, from_on)
  select gen_random_uuid(), id, unit_id, unit_pos, 'workshopHead', '2020-01-01' from heads`;

const occurrences = (part: string) => `
  insert into ${part} (on_day, from_on, kind, plan_id, point_id, unit_id, unit_pos, post, opens_at, due_at, misses_at, state, made_at,
    timing, done_at, recorded_at, missed_at, result_id)
  select d, d, 'inspection', plan.id, p.id, p.unit_id, p.unit_pos, 'workshopHead', d, d + 1, d + 1,
    case when n % 100 < 3 then 'missed' else 'done' end, d,
    case when n % 100 < 3 then null when n % 100 = 3 then 'late' else 'onTime' end,
    case when n % 100 >= 3 then d + time '10:00' end, case when n % 100 >= 3 then d + time '10:01' end, case when n % 100 < 3 then d + 1 end,
    case when n % 100 >= 3 then gen_random_uuid() end
  from (
    select generate_series(greatest($1::date, $2::date), least($1::date + interval '1 month - 1 day', $3::date - 1), interval '1 day')::date as d) as t
  cross join (select p.*, row_number() over () as at from points p) p join inspection_plans plan on plan.unit_id = p.unit_id
  cross join lateral (select p.at * 7 + ($3::date - d) * 13 as n) as nth`;

const results = (part: string) => `
  insert into ${part} (id, on_day, occurrence_id, plan_id, checklist_version_id, point_id, unit_id, unit_pos, started_at, done_at, claimed_at,
    clock_suspect, recorded_at, timing, verdicts, failed)
  select o.result_id, o.on_day, o.id, o.plan_id, (select id from inspection_checklist_versions limit 1), o.point_id, o.unit_id, o.unit_pos,
    o.done_at - interval '4 minutes', o.done_at, o.done_at, false, o.recorded_at, o.timing, 'pppppppppp', 0
  from ${part.replace('results', 'occurrences')} o where o.result_id is not null and o.on_day between $2::date and $3::date and $1::date is not null`;
