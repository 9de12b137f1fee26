import { type Tx, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import type { TrainingCategory, TrainingLevel } from '@changming/domain/training';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { rangesOf, unitInScope } from '../units/index.ts';

type PlanLine = {
  readonly id: string;
  readonly no: number;
  readonly title: string;
  readonly category: TrainingCategory;
  readonly level: TrainingLevel | null;
  readonly month: number;
  readonly classHours: number;
  readonly audience: string;
  readonly people: number;
  /** Sessions that were arranged from it, and how many of them are closed. */
  readonly sessions: number;
  readonly held: number;
};

export async function linesOf(tx: Tx, planId: string): Promise<PlanLine[]> {
  const { rows } = await sql<PlanLine>`
    select l.id, l.no, l.title, l.category, l.level, l.month, l.class_hours as "classHours", l.audience, l.people,
      (select count(*) from training_sessions s where s.plan_line_id = l.id and s.state <> 'cancelled') as sessions,
      (select count(*) from training_sessions s where s.plan_line_id = l.id and s.state = 'closed') as held
    from training_plan_lines l where l.plan_id = ${planId} and not l.dropped order by l.month, l.no`.execute(tx);
  return rows;
}

/** Plans of the branch in a year, with how much of each was held. */
export const listPlans = query({
  permission: 'training.read',
  async run(work, { unitId, year }: { unitId?: string | undefined; year?: number | undefined }) {
    const ranges = await rangesOf(work, { unitId });
    const rows = await work.tx
      .selectFrom('training_plans as p')
      .innerJoin('units as u', 'u.id', 'p.unit_id')
      .select(['p.id', 'p.unit_id as unitId', 'u.name as unit', 'p.year', 'p.state', 'p.approved_on as approvedOn', 'p.version'])
      .select(sql<number>`(select count(*) from training_plan_lines l where l.plan_id = p.id and not l.dropped)`.as('lines'))
      .select(
        sql<number>`(select count(*) from training_plan_lines l where l.plan_id = p.id and not l.dropped and exists (
          select from training_sessions s where s.plan_line_id = l.id and s.state = 'closed'))`.as('held'),
      )
      .where((eb) => within(eb.ref('p.unit_pos'), ranges))
      .$if(year !== undefined, (each) => each.where('p.year', '=', year ?? 0))
      .orderBy('p.year', 'desc')
      .orderBy('u.lo')
      .limit(500)
      .execute();
    return { items: rows };
  },
});

export const readPlan = query({
  permission: 'training.read',
  async run({ tx, scope, may }, { planId }: { planId: string }) {
    const plan = await tx
      .selectFrom('training_plans as p')
      .innerJoin('units as u', 'u.id', 'p.unit_id')
      .select([
        'p.id',
        'p.unit_id as unitId',
        'u.name as unit',
        'p.year',
        'p.state',
        'p.approved_on as approvedOn',
        'p.version',
        'p.unit_pos as position',
      ])
      .where('p.id', '=', planId)
      .where((eb) => within(eb.ref('p.unit_pos'), scope))
      .executeTakeFirst();
    if (plan === undefined) return refuse('missing', 'training.plan_not_found', { id: planId });
    const { position, ...told } = plan;
    const rights = { plan: may('training.plan', position), approve: may('training.approvePlan', position) };
    return { ...told, lines: await linesOf(tx, planId), may: rights };
  },
});

export type Proposed = {
  readonly category: TrainingCategory;
  readonly level: TrainingLevel | null;
  readonly classHours: number;
  readonly people: number;
};

/**
 * 按应训生成: what the people of a unit's branch owe, as lines of a plan: hours still missing by role in the standings of the year, and
 * levels still owed before work.
 */
export const proposePlan = query({
  permission: 'training.read',
  async run(work: Reading, { unitId, year }: { unitId: string; year: number }) {
    const { lo, hi } = await unitInScope(work.tx, work.scope, unitId);
    const { rows: yearly } = await sql<{ role: 'principal' | 'safetyManager' | 'worker'; hours: number; people: number }>`
      select role, max(hours_owed) as hours, count(*) as people from training_standings
      where unit_pos between ${lo} and ${hi} and year = ${year} and hours < hours_owed and not (role = 'worker' and span = 'first')
      group by role order by role`.execute(work.tx);
    const { rows: levels } = await sql<Proposed & { cause: 'joined' | 'moved' | 'returned' }>`
      select cause, level, max(hours_owed) as "classHours", count(*) as people from training_owed
      where unit_pos between ${lo} and ${hi} and met_on is null and void_on is null
      group by cause, level order by cause, array_position(array['company', 'workshop', 'team'], level)`.execute(work.tx);
    const category = { principal: 'principal', safetyManager: 'safetyManager', worker: 'annual' } as const;
    const before = { joined: 'threeLevel', moved: 'transfer', returned: 'return' } as const;
    const lines: Proposed[] = [
      ...yearly
        .filter(({ hours }) => hours > 0)
        .map(({ role, hours, people }) => ({ category: category[role], level: null, classHours: hours, people })),
      ...levels.map(({ cause, level, classHours, people }) => ({ category: before[cause], level, classHours, people })),
    ];
    return { lines };
  },
});
