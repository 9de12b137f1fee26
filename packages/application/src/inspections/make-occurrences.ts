import { occurrences, type Owed } from '@changming/domain/inspections';
import { addDays } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { calendarBetween } from '../standards/index.ts';
import { ruleOf, type StoredPlan } from './plan-store.ts';

/** Plans that one transaction makes: a plan of the whole group may owe fifty thousand things a day. */
const plansAtOnce = 50;
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
    const plans = await behind(work);
    let made = 0;
    for (const plan of plans) made += await makeOf(work, plan);
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

async function makeOf(work: Writing, plan: StoredPlan): Promise<number> {
  const { tx, today } = work;
  const from = plan.made_to === null ? plan.from_on : addDays(plan.made_to, 1);
  const stretch = addDays(from, daysAtOnce[plan.points_of] - 1);
  const to = stretch < today ? stretch : today;
  const calendar = await calendarBetween(tx, addDays(from, -31), addDays(to, 400));
  const made = await insertOwed(work, plan, occurrences(ruleOf(plan), from, to, calendar));
  await tx.updateTable('inspection_plans').set({ made_to: to }).where('id', '=', plan.id).execute();
  return made;
}

/** Each thing owed × each point of the plan on that day, in one statement. */
async function insertOwed({ tx, now }: Writing, plan: StoredPlan, owed: readonly Owed[]): Promise<number> {
  const [first] = owed;
  if (first === undefined) return 0;
  const days = owed.map(({ on }) => on).toSorted();
  await sql`select house.make_inspection_months(${days[0]}::date, ${days.at(-1)}::date)`.execute(tx);
  const result = await sql`
    insert into inspection_occurrences (on_day, from_on, shift, kind, plan_id, point_id, unit_id, post, person_id, opens_at, due_at, misses_at, made_at)
    select o.on_day, o.from_on, o.shift, ${plan.kind}, ${plan.id}::uuid, p.point_id, p.unit_id, ${plan.post}, ${plan.person_id}::uuid,
      o.opens_at, o.due_at, o.misses_at, ${now}::timestamptz
    from unnest(${owed.map(({ on }) => on)}::date[], ${owed.map(({ from }) => from)}::date[], ${owed.map(({ shift }) => shift)}::text[],
      ${instants(owed, 'opensAt')}::timestamptz[], ${instants(owed, 'dueAt')}::timestamptz[], ${instants(owed, 'missesAt')}::timestamptz[])
      as o (on_day, from_on, shift, opens_at, due_at, misses_at)
    cross join lateral (${pointsOf(plan)}) as p (point_id, unit_id)
    on conflict (plan_id, point_id, on_day, shift) do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

function instants(owed: readonly Owed[], which: 'opensAt' | 'dueAt' | 'missesAt'): string[] {
  return owed.map((each) => each[which].toISOString());
}

/** The points for which a plan is owed on the first day of a window: those open by then, as the plan names them. */
function pointsOf(plan: StoredPlan): RawBuilder<unknown> {
  if (plan.points_of === 'unit') return sql`select null::uuid, ${plan.unit_id}::uuid`;
  const open = sql`p.opened_on <= o.from_on and (p.closed_on is null or p.closed_on > o.from_on)`;
  if (plan.points_of === 'listed')
    return sql`select p.id, p.unit_id from inspection_plan_points l join points p on p.id = l.point_id
      where l.plan_id = ${plan.id}::uuid and l.from_on <= o.from_on and (l.to_on is null or l.to_on > o.from_on) and ${open}`;
  const kinds = plan.point_kinds.length === 0 ? sql`true` : sql`p.kind = any(${plan.point_kinds}::text[])`;
  return sql`select p.id, p.unit_id from units u join points p on p.unit_pos between u.lo and u.hi
    where u.id = ${plan.unit_id}::uuid and ${kinds} and ${open}`;
}
