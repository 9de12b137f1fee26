import { toPage, type Tx, within } from '@changming/database';
import type { GroupFigure } from '@changming/domain/assessments';
import type { UnitKind, UnitRange } from '@changming/domain/units';
import { sql } from 'kysely';

import { query } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { runSeen } from './run-store.ts';

type Asked = {
  readonly runId: string;
  readonly unitId?: string | undefined;
  readonly withBelow: boolean;
  readonly kind?: string | undefined;
  readonly status?: 'scored' | 'notAssessed' | 'insufficientData' | undefined;
  readonly grade?: string | undefined;
  readonly sort: 'best' | 'worst';
  readonly after?: readonly [string, string] | undefined;
  readonly limit: number;
};

/** 排名: the results of the branch, best or worst first; whoever has no total stands at the end of the best and the head of the worst. */
export const listResults = query({
  permission: 'assessments.read',
  async run(work, asked: Asked) {
    const { tx, scope } = work;
    await runSeen(work, asked.runId);
    const ranges = await rangesOf(work, asked);
    const rows = await page(tx, ranges, asked);
    const { items, next } = toPage(rows, asked.limit, ({ sort_key, unitId }) => `${sort_key}~${unitId}`, standing);
    return { items, next, total: await countOf(tx, ranges, asked), figure: await figureFor(tx, scope, asked) };
  },
});

function filtered(tx: Tx, ranges: readonly UnitRange[], { runId, kind, status, grade }: Asked) {
  return tx
    .selectFrom('assessment_results as r')
    .where('r.run_id', '=', runId)
    .where((eb) => within(eb.ref('r.unit_pos'), ranges))
    .$if(kind !== undefined, (each) => each.where('r.kind', '=', (kind ?? '') as UnitKind))
    .$if(status !== undefined, (each) => each.where('r.status', '=', status ?? 'scored'))
    .$if(grade !== undefined, (each) => each.where('r.grade', '=', grade ?? ''));
}

async function page(tx: Tx, ranges: readonly UnitRange[], asked: Asked) {
  const [direction, beyond] = asked.sort === 'best' ? (['desc', sql.raw('<')] as const) : (['asc', sql.raw('>')] as const);
  return filtered(tx, ranges, asked)
    .select(standingColumns)
    .$if(asked.after !== undefined, (each) =>
      each.where(sql<boolean>`(r.sort_key, r.unit_id) ${beyond} (${asked.after?.[0]}::numeric, ${asked.after?.[1]}::uuid)`),
    )
    .orderBy('r.sort_key', direction)
    .orderBy('r.unit_id', direction)
    .limit(asked.limit + 1)
    .execute();
}

async function countOf(tx: Tx, ranges: readonly UnitRange[], asked: Asked): Promise<number> {
  const { count } = await filtered(tx, ranges, asked)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The figure of the unit that was asked for, or of the highest one in the branch that has a figure. */
async function figureFor(tx: Tx, scope: readonly UnitRange[], { runId, unitId }: Asked) {
  const row = await tx
    .selectFrom('assessment_figures as f')
    .innerJoin('units as u', 'u.id', 'f.unit_id')
    .select(['f.unit_id as unitId', 'u.name as unit', 'f.figure'])
    .where('f.run_id', '=', runId)
    .where((eb) => within(eb.ref('f.unit_pos'), scope))
    .$if(unitId !== undefined, (each) => each.where('f.unit_id', '=', unitId ?? ''))
    .orderBy('u.lo')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { unitId: row.unitId, unit: row.unit, ...row.figure };
}

export async function figureOf(tx: Tx, runId: string, unitId: string): Promise<GroupFigure | null> {
  const row = await tx
    .selectFrom('assessment_figures')
    .select('figure')
    .where('run_id', '=', runId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  return row?.figure ?? null;
}

export const standingColumns = [
  'r.unit_id as unitId',
  'r.name as unit',
  'r.kind',
  'r.headcount',
  'r.status',
  'r.base',
  'r.bonus',
  'r.malus',
  'r.final',
  'r.grade',
  'r.grade_before_veto as gradeBeforeVeto',
  'r.place',
  'r.applicable_weight as applicableWeight',
  'r.sort_key',
  'r.result',
] as const;

type Row = Awaited<ReturnType<typeof page>>[number];

function standing({ sort_key: _key, result, ...row }: Row) {
  return { ...row, lines: [...result.lines] };
}
