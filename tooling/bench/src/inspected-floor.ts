import type { Client } from 'pg';

/** How large: points spread evenly over the workshops, checked once a day each for so many days until yesterday. */
export type Floor = { readonly points: number; readonly days: number; readonly today: string };

/**
 * A plan for every workshop, its points, and a past of daily checks: of a hundred, three are missed and one is late. Written as a restored
 * copy would be, without asking each row's triggers; what they would have counted is counted afterwards by the recount itself.
 */
export async function fillFloor(owner: Client, { points, days, today }: Floor): Promise<void> {
  await owner.query(`set session_replication_role = replica`);
  await owner.query(`select house.make_inspection_months($1::date - $2::int, $1::date + 31)`, [today, days]);
  await owner.query(checklist);
  await owner.query(pointsOf, [points]);
  await owner.query(plans, [today]);
  await owner.query(keepers);
  for (let back = days; back > 0; back -= 31) {
    await owner.query(occurrences, [today, back, Math.max(1, back - 30)]);
    await owner.query(results, [today, back, Math.max(1, back - 30)]);
  }
  await owner.query(`set session_replication_role = origin`);
  await owner.query(`select house.recount_inspections(date_trunc('month', $1::date - $2::int)::date, $1::date + 31)`, [today, days]);
  await owner.query('select house.fold_inspections(2000000000)');
  await owner.query('vacuum analyze');
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

const occurrences = `
  insert into inspection_occurrences (on_day, from_on, kind, plan_id, point_id, unit_id, unit_pos, post, opens_at, due_at, misses_at, state, made_at,
    timing, done_at, recorded_at, missed_at, result_id)
  select d, d, 'inspection', plan.id, p.id, p.unit_id, p.unit_pos, 'workshopHead', d, d + 1, d + 1,
    case when n % 100 < 3 then 'missed' else 'done' end, d,
    case when n % 100 < 3 then null when n % 100 = 3 then 'late' else 'onTime' end,
    case when n % 100 >= 3 then d + time '10:00' end, case when n % 100 >= 3 then d + time '10:01' end, case when n % 100 < 3 then d + 1 end,
    case when n % 100 >= 3 then gen_random_uuid() end
  from (select p.*, row_number() over () as at from points p) p join inspection_plans plan on plan.unit_id = p.unit_id
  cross join generate_series($3::int, $2::int) as back cross join lateral (select $1::date - back as d, p.at * 7 + back * 13 as n) as t`;

const results = `
  insert into inspection_results (id, on_day, occurrence_id, plan_id, checklist_version_id, point_id, unit_id, unit_pos, started_at, done_at, claimed_at,
    clock_suspect, recorded_at, timing, verdicts, failed)
  select o.result_id, o.on_day, o.id, o.plan_id, (select id from inspection_checklist_versions), o.point_id, o.unit_id, o.unit_pos,
    o.done_at - interval '4 minutes', o.done_at, o.done_at, false, o.recorded_at, o.timing, 'pppppppppp', 0
  from inspection_occurrences o where o.result_id is not null and o.on_day between $1::date - $2::int and $1::date - $3::int`;
