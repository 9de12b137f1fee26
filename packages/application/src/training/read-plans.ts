import { type Tx, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import type { TrainingCategory, TrainingLevel } from '@changming/domain/training';
import { sql } from 'kysely';

import { query } from '../context.ts';
import { rangesOf } from '../units/index.ts';

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
