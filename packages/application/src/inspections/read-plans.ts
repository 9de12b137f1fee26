import { toPage, within } from '@changming/database';
import { occurrences, type PlanDoer, type PlanFilter, type PlanPoints } from '@changming/domain/inspections';
import { addDays, keyOf } from '@changming/domain/kernel';
import { isCertain } from '@changming/domain/standards';
import { type SqlBool, sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { calendarBetween } from '../standards/index.ts';
import { unitInScope } from '../units/index.ts';
import { ownedInSight } from './checklist-store.ts';
import { planInSight, ruleOf } from './plan-store.ts';

const pointsToday = sql<number | null>`(
  case plan.points_of
    when 'listed' then (select count(*) from inspection_plan_points l join points p on p.id = l.point_id
      where l.plan_id = plan.id and l.to_on is null and p.closed_on is null)
    when 'branch' then (select count(*) from points p where p.unit_pos between u.lo and u.hi and p.closed_on is null
      and (plan.point_kinds = '{}' or p.kind = any(plan.point_kinds)))
  end)`;

function plans({ tx, scope }: Pick<Reading, 'tx' | 'scope'>) {
  return tx
    .selectFrom('inspection_plans as plan')
    .innerJoin('units as u', 'u.id', 'plan.unit_id')
    .innerJoin('inspection_checklists as c', 'c.id', 'plan.checklist_id')
    .leftJoin('persons as doer', 'doer.id', 'plan.person_id')
    .select(['plan.id', 'plan.name', 'plan.kind', 'plan.unit_id as unitId', 'u.name as unit', 'plan.checklist_id as checklistId'])
    .select(['c.name as checklist', 'plan.cadence', 'plan.points_of', 'plan.point_kinds', 'plan.rest_days as restDays'])
    .select(['plan.grace_minutes as graceMinutes', 'plan.post', 'plan.person_id', 'doer.name as doerName', 'plan.from_on as from'])
    .select(['plan.to_on as until', 'plan.end_reason as endReason', 'plan.version', pointsToday.as('pointCount')])
    .where(ownedInSight(scope));
}

type Row = Awaited<ReturnType<ReturnType<typeof plans>['execute']>>[number];

/** As the wire has it. `pointIds` are those that hold today. */
export function shown({ points_of, point_kinds, post, person_id, ...row }: Row, pointIds: readonly string[]) {
  const points: PlanPoints =
    points_of === 'listed'
      ? { of: points_of, pointIds: [...pointIds] }
      : points_of === 'branch'
        ? { of: points_of, kinds: point_kinds }
        : { of: points_of };
  const doer: PlanDoer = post === null ? { by: 'person', personId: person_id ?? '' } : { by: 'post', post };
  return { ...row, points, doer };
}

/** 排查计划 of the caller's branches and those above that reach into them, by name. */
export const listPlans = query({
  permission: 'inspections.read',
  async run(work, filter: PlanFilter) {
    const rows = await (await picked(work, filter))
      .$if(filter.after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('plan.name', 'plan.id'), '>', eb.tuple(filter.after?.[0] ?? '', filter.after?.[1] ?? ''))),
      )
      .orderBy('plan.name')
      .orderBy('plan.id')
      .limit(filter.limit + 1)
      .execute();
    const listed = await listedPoints(work, rows);
    return toPage(
      rows,
      filter.limit,
      ({ name, id }) => `${name}~${id}`,
      (row) => shown(row, listed.get(row.id) ?? []),
    );
  },
});

/** All plans that the query bar picks, for a file. */
export async function picked(work: Reading, filter: Omit<PlanFilter, 'after' | 'limit'>) {
  const branch = filter.unitId === undefined ? null : await unitInScope(work.tx, work.scope, filter.unitId);
  const key = filter.q === undefined ? null : `%${keyOf(filter.q).replace(/[\\%_]/g, '\\$&')}%`;
  const running = sql<SqlBool>`(plan.to_on is null or plan.to_on > ${work.today}::date)`;
  return plans(work)
    .$if(filter.ended !== true, (each) => each.where(running))
    .$if(branch !== null && filter.withBelow, (each) =>
      each.where((eb) => within(eb.ref('plan.unit_pos'), branch === null ? [] : [branch])),
    )
    .$if(branch !== null && !filter.withBelow, (each) => each.where('plan.unit_id', '=', branch?.id ?? ''))
    .$if(filter.kind !== undefined, (each) => each.where('plan.kind', 'in', filter.kind ?? []))
    .$if(filter.checklistId !== undefined, (each) => each.where('plan.checklist_id', '=', filter.checklistId ?? ''))
    .$if(key !== null, (each) => each.where('plan.search_key', 'like', key));
}

/** The points named one by one, as far as the caller may see them: a plan from above names those of other branches too. */
async function listedPoints({ tx, scope }: Reading, rows: readonly Row[]): Promise<ReadonlyMap<string, string[]>> {
  const ids = rows.filter(({ points_of }) => points_of === 'listed').map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const found = await tx
    .selectFrom('inspection_plan_points as l')
    .innerJoin('points as p', 'p.id', 'l.point_id')
    .select(['l.plan_id', 'l.point_id'])
    .where('l.plan_id', 'in', ids)
    .where('l.to_on', 'is', null)
    .where((eb) => within(eb.ref('p.unit_pos'), scope))
    .orderBy('l.point_id')
    .execute();
  const byPlan = Map.groupBy(found, ({ plan_id }) => plan_id);
  return new Map([...byPlan].map(([id, of]) => [id, of.map(({ point_id }) => point_id)]));
}

const comingShown = 14;

/** One plan, its points, and what it will owe next. */
export const readPlan = query({
  permission: 'inspections.read',
  async run(work, { planId }: { planId: string }) {
    const { tx, scope, today } = work;
    const stored = await planInSight(tx, scope, planId);
    const row = await plans(work).where('plan.id', '=', planId).executeTakeFirstOrThrow();
    const listed = await tx
      .selectFrom('inspection_plan_points as l')
      .innerJoin('points as p', 'p.id', 'l.point_id')
      .innerJoin('units as u', 'u.id', 'p.unit_id')
      .select(['p.id', 'p.name', 'u.name as unit'])
      .where('l.plan_id', '=', planId)
      .where('l.to_on', 'is', null)
      .orderBy('p.name')
      .execute();
    const ahead = addDays(today, 400);
    const calendar = await calendarBetween(tx, addDays(today, -31), addDays(ahead, 31));
    const coming = occurrences(ruleOf(stored), today, ahead, calendar).slice(0, comingShown);
    const last = coming.at(-1)?.on ?? today;
    const calendarCertain = stored.rest_days === 'keep' || isCertain(calendar, today, last);
    return {
      ...shown(
        row,
        listed.map(({ id }) => id),
      ),
      listed,
      coming,
      calendarCertain,
      insist: await insistOn(tx, planId),
    };
  },
});

/** Why it was saved though it looks less often than it must, the last time that was asked; null when it never was. */
async function insistOn(tx: Reading['tx'], planId: string): Promise<string | null> {
  const last = await tx
    .selectFrom('inspection_plan_insists')
    .select('reason')
    .where('plan_id', '=', planId)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.reason ?? null;
}
