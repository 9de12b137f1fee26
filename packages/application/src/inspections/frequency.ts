import { type Tx, within } from '@changming/database';
import { everyDays, lookOf } from '@changming/domain/inspections';
import {
  type ControlLevel,
  controlLevels,
  defaultLookDays,
  type LookDays,
  owedLooks,
  type RiskLevel,
  riskLevels,
} from '@changming/domain/risks';
import type { UnitRange } from '@changming/domain/units';
import { type RawBuilder, sql } from 'kysely';

import type { Reading } from '../context.ts';
import { ruleBook } from '../standards/index.ts';

/** A point with a risk that one of its controllers does not look at as often as he must. */
export type Shortfall = {
  readonly pointId: string;
  readonly point: string;
  readonly unitId: string;
  readonly unit: string;
  readonly level: RiskLevel;
  readonly by: ControlLevel;
  /** Once in so many days is owed. */
  readonly days: number;
};

type Asked = {
  readonly ranges: readonly UnitRange[];
  /** The looks of this controller only. */
  readonly by?: ControlLevel | undefined;
  /** The points of this plan only. */
  readonly planId?: string | undefined;
};

/**
 * 频次不足: points of which the published risks ask for a look that no running plan gives. A plan counts for its own level and for those below it:
 * where the head of a unit looks every day nobody is missed.
 */
export async function shortfalls(work: Pick<Reading, 'tx' | 'today'>, asked: Asked): Promise<Shortfall[]> {
  const { tx } = work;
  const plans = await runningPlans(work, asked.ranges);
  const looks = await looksOwed(work, asked);
  const { rows } = await sql<Shortfall>`
    with looks as (select * from json_to_recordset(${JSON.stringify(looks)}::json) as l (unit_id uuid, level text, by text, rank integer, days integer)),
    plans as materialized (
      select * from json_to_recordset(${JSON.stringify(plans)}::json)
        as p (id uuid, lo bigint, hi bigint, listed boolean, kinds text[], rank integer, days integer)),
    at_risk as materialized (${atRisk(asked)}),
    covered as materialized (
      select l.point_id, p.rank, p.days from plans p join inspection_plan_points l on l.plan_id = p.id and l.to_on is null where p.listed
      union all
      select a.id, p.rank, p.days from plans p join at_risk a on a.unit_pos between p.lo and p.hi and (p.kinds = '{}' or a.kind = any(p.kinds))
      where not p.listed)
    select a.id as "pointId", a.name as point, a.unit_id as "unitId", u.name as unit, a.level, l.by, l.days
    from at_risk a join looks l on l.unit_id = a.unit_id and l.level = a.level join units u on u.id = a.unit_id
    where not exists (select from covered c where c.point_id = a.id and c.rank <= l.rank and c.days <= l.days)
    order by l.rank desc, u.lo, a.name, a.id`.execute(tx);
  return rows;
}

/** Open points with a risk in force, with the worst of its levels. */
function atRisk({ ranges, planId }: Asked): RawBuilder<unknown> {
  const ofPlan = sql`and exists (
    select from inspection_plans plan join units pu on pu.id = plan.unit_id
    where plan.id = ${planId ?? null}::uuid and case plan.points_of
      when 'listed' then exists (select from inspection_plan_points l where l.plan_id = plan.id and l.point_id = p.id and l.to_on is null)
      when 'branch' then p.unit_pos between pu.lo and pu.hi and (plan.point_kinds = '{}' or p.kind = any(plan.point_kinds))
      else false end)`;
  return sql`
    select p.id, p.name, p.kind, p.unit_id, p.unit_pos,
      (array[${sql.join(riskLevels.map((level) => sql.lit(level)))}])[min(array_position(array[${sql.join(riskLevels.map((level) => sql.lit(level)))}], r.level))] as level
    from risks r join points p on p.id = r.point_id and p.closed_on is null
    where r.stage in ('published', 'dueForReview') and ${within(sql.ref<number>('p.unit_pos'), ranges)} ${planId === undefined ? sql`` : ofPlan}
    group by p.id`;
}

/** 排查 plans that run, above the ranges too, with whose look each is and how often. */
async function runningPlans({ tx, today }: Pick<Reading, 'tx' | 'today'>, ranges: readonly UnitRange[]) {
  const rows = await tx
    .selectFrom('inspection_plans as plan')
    .innerJoin('units as u', 'u.id', 'plan.unit_id')
    .select(['plan.id', 'u.lo', 'u.hi', 'u.parent_id', 'plan.points_of', 'plan.point_kinds', 'plan.post', 'plan.cadence'])
    .where('plan.kind', '=', 'inspection')
    .where('plan.points_of', '<>', 'unit')
    .where((eb) => eb.or([eb('plan.to_on', 'is', null), eb('plan.to_on', '>', today)]))
    .where((eb) => eb.or(ranges.map(({ lo, hi }) => eb.and([eb('u.lo', '<=', hi), eb('u.hi', '>=', lo)]))))
    .execute();
  return rows.flatMap(({ id, lo, hi, parent_id, points_of, point_kinds, post, cadence }) => {
    const days = everyDays(cadence);
    const rank = controlLevels.indexOf(lookOf(post, { ofGroup: parent_id === null }));
    return days === null ? [] : [{ id, lo, hi, listed: points_of === 'listed', kinds: point_kinds, rank, days }];
  });
}

/** What is owed by the rules of each unit that has points at risk. */
async function looksOwed({ tx, today }: Pick<Reading, 'tx' | 'today'>, { ranges, by }: Asked) {
  const units = await tx
    .selectFrom('risks as r')
    .innerJoin('points as p', 'p.id', 'r.point_id')
    .select('p.unit_id')
    .distinct()
    .where('r.stage', 'in', ['published', 'dueForReview'])
    .where((eb) => within(eb.ref('p.unit_pos'), ranges))
    .execute();
  const daysOf = await lookDays(tx);
  const owed = [];
  for (const { unit_id } of units)
    for (const look of owedLooks(await daysOf({ unitId: unit_id, on: today })))
      if (by === undefined || look.by === by) owed.push({ ...look, unit_id, rank: controlLevels.indexOf(look.by) });
  return owed;
}

type Bound = { readonly unitId: string; readonly on: string };

async function lookDays(tx: Tx): Promise<(bound: Bound) => Promise<LookDays>> {
  const book = await ruleBook(tx);
  return async (bound) => {
    const { number } = await book(bound);
    return {
      group: number('risks.lookDaysGroup') ?? defaultLookDays.group,
      unit: number('risks.lookDaysUnit') ?? defaultLookDays.unit,
      workshop: number('risks.lookDaysWorkshop') ?? defaultLookDays.workshop,
      team: number('risks.lookDaysTeam') ?? defaultLookDays.team,
    };
  };
}
