import { occurrences, type Owed } from '@changming/domain/inspections';
import { addDays, type Day } from '@changming/domain/kernel';
import type { WorkCalendar } from '@changming/domain/standards';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { calendarBetween } from '../standards/index.ts';
import { ruleOf, type StoredPlan } from './plan-store.ts';

/** Plans that one transaction makes. */
const plansAtOnce = 500;
/** Days that one transaction makes of a plan: whoever catches up does it in steps. A plan over a branch may have many points. */
const daysAtOnce = { unit: 92, listed: 31, branch: 7 } as const;

/**
 * 生成应查: makes what every plan owes by today and has not made yet, in sets and not row by row. A worker that was down for a week, or a
 * year, makes exactly what it would have made day by day: each under its key, once. Says whether more is left to make.
 */
export const makeOccurrences = command({
  permission: 'inspections.sweep',
  name: 'inspections.makeOccurrences',
  input: z.strictObject({}),
  async run(work) {
    const plans = (await behind(work)).map((plan) => ({ plan, ...nextDays(plan, work.today) }));
    const calendar = await calendarOf(work, plans);
    const owed = plans.flatMap(({ plan, from, to }) => occurrences(ruleOf(plan), from, to, calendar).map((each) => ({ ...each, plan })));
    const made = await insertOwed(work, owed);
    await keepMadeTo(work, plans);
    return work.trail([], { made, plans: plans.length, more: plans.length > 0 });
  },
});

/** Plans that are not made up to today, locked so that two workers never make the same at once. */
async function behind({ tx, today }: Writing): Promise<StoredPlan[]> {
  return tx
    .selectFrom('inspection_plans')
    .selectAll()
    .where('from_on', '<=', today)
    .where((eb) => eb.or([eb('made_to', 'is', null), eb('made_to', '<', today)]))
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('made_to', 'is', null), eb('to_on', '>', eb.ref('made_to'))]))
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', eb.ref('from_on'))]))
    .orderBy('id')
    .limit(plansAtOnce)
    .forUpdate()
    .skipLocked()
    .execute();
}

type Making = { readonly plan: StoredPlan; readonly from: Day; readonly to: Day };

function nextDays({ made_to, from_on, points_of }: StoredPlan, today: Day): { readonly from: Day; readonly to: Day } {
  const from = made_to === null ? from_on : addDays(made_to, 1);
  const to = addDays(from, daysAtOnce[points_of] - 1);
  return { from, to: to < today ? to : today };
}

/** The work calendar around all that is made: windows reach a year beyond the day on which they begin. */
async function calendarOf({ tx, today }: Writing, plans: readonly Making[]): Promise<WorkCalendar> {
  const first = plans.map(({ from }) => from).toSorted()[0] ?? today;
  return calendarBetween(tx, addDays(first, -31), addDays(today, 400));
}

/** Each thing owed × each point of its plan on that day, in one statement. */
async function insertOwed({ tx, now }: Writing, owed: readonly (Owed & { readonly plan: StoredPlan })[]): Promise<number> {
  if (owed.length === 0) return 0;
  const days = owed.map(({ on }) => on).toSorted();
  await sql`select house.make_inspection_months(${days[0]}::date, ${days.at(-1)}::date)`.execute(tx);
  const result = await sql`
    insert into inspection_occurrences (on_day, from_on, shift, kind, plan_id, point_id, unit_id, post, person_id, opens_at, due_at, misses_at, made_at)
    select o.on_day, o.from_on, o.shift, plan.kind, plan.id, at.point_id, at.unit_id, plan.post, plan.person_id,
      o.opens_at, o.due_at, o.misses_at, ${now}::timestamptz
    from unnest(${owed.map(({ plan }) => plan.id)}::uuid[], ${owed.map(({ on }) => on)}::date[], ${owed.map(({ from }) => from)}::date[],
      ${owed.map(({ shift }) => shift)}::text[], ${instants(owed, 'opensAt')}::timestamptz[], ${instants(owed, 'dueAt')}::timestamptz[],
      ${instants(owed, 'missesAt')}::timestamptz[]) as o (plan_id, on_day, from_on, shift, opens_at, due_at, misses_at)
    join inspection_plans plan on plan.id = o.plan_id
    cross join lateral (${pointsOfPlan}) as at (point_id, unit_id)
    on conflict (plan_id, point_id, on_day, shift) do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

function instants(owed: readonly Owed[], which: 'opensAt' | 'dueAt' | 'missesAt'): string[] {
  return owed.map((each) => each[which].toISOString());
}

const open = sql`p.opened_on <= o.from_on and (p.closed_on is null or p.closed_on > o.from_on)`;

/** The points for which a plan is owed on the first day of a window: those open by then, as the plan names them, while they lie in its branch. */
const pointsOfPlan = sql`
  select null::uuid, plan.unit_id where plan.points_of = 'unit'
  union all
  select p.id, p.unit_id from inspection_plan_points l join points p on p.id = l.point_id
  join units u on u.id = plan.unit_id and p.unit_pos between u.lo and u.hi
  where plan.points_of = 'listed' and l.plan_id = plan.id and l.from_on <= o.from_on and (l.to_on is null or l.to_on > o.from_on) and ${open}
  union all
  select p.id, p.unit_id from units u join points p on p.unit_pos between u.lo and u.hi
  where plan.points_of = 'branch' and u.id = plan.unit_id and (plan.point_kinds = '{}' or p.kind = any(plan.point_kinds)) and ${open}`;

async function keepMadeTo({ tx }: Writing, plans: readonly Making[]): Promise<void> {
  if (plans.length === 0) return;
  await sql`
    update inspection_plans plan set made_to = made.to_day
    from unnest(${plans.map(({ plan }) => plan.id)}::uuid[], ${plans.map(({ to }) => to)}::date[]) as made (id, to_day)
    where plan.id = made.id`.execute(tx);
}
