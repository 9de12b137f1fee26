import { knownAt, type Tx } from '@changming/database';
import type { Adjustment, Finding, Given, PointsRecord } from '@changming/domain/assessments';
import type { Period } from '@changming/domain/kernel';
import { sql } from 'kysely';

import type { Known } from './period-tree.ts';

/** What persons found about one unit and another person approved. */
export type Recorded = {
  readonly given: Readonly<Record<string, Given>>;
  readonly bonuses: readonly PointsRecord[];
  readonly maluses: readonly PointsRecord[];
  readonly findings: readonly Finding[];
  readonly adjustments: readonly Adjustment[];
};

export const nothingRecorded: Recorded = { given: {}, bonuses: [], maluses: [], findings: [], adjustments: [] };

type Row = {
  readonly id: string;
  readonly unit_id: string;
  readonly kind: 'bonus' | 'malus' | 'veto' | 'given' | 'correction';
  readonly rule: string;
  readonly matter: string | null;
  readonly points: string | null;
  readonly out_of: string | null;
};

export type Occasion = { readonly scheme: string; readonly periodName: string; readonly period: Period };

/**
 * Approved findings of the scheme: bonuses and maluses of the period, vetoes of its year up to its end, points and corrections for just
 * this period. They count as known when opening imports do: persons decide after the cut-off.
 */
export async function findingsKnown(tx: Tx, { scheme, periodName, period }: Occasion, { openingAt }: Known): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select id, unit_id, kind, rule, matter, points, out_of from ${knownAt('assessment_findings', openingAt)} f
    where scheme_code = ${scheme} and stage = 'approved' and (period = ${periodName} or (period is null and on_day < ${period.until}::date
      and on_day >= case when kind = 'veto' then date_trunc('year', ${period.from}::date)::date else ${period.from}::date end))
    order by id`.execute(tx);
  return rows;
}

/** Points and corrections are of the unit itself; the rest counts with whatever unit's score it lies in. */
export function recordedOf(rows: readonly Row[], unitId: string, members: readonly string[]): Recorded {
  const inside = new Set(members);
  const own = rows.filter((row) => row.unit_id === unitId);
  const all = rows.filter((row) => inside.has(row.unit_id));
  const pointsOf = (kind: Row['kind']) =>
    all.flatMap(({ kind: is, rule, matter, id }) => (is === kind ? [{ rule, matter: matter ?? id }] : []));
  return {
    given: Object.fromEntries(
      own.flatMap(({ kind, rule, points, out_of: outOf }) =>
        kind === 'given' && points !== null && outOf !== null ? [[rule, { points, outOf }]] : [],
      ),
    ),
    bonuses: pointsOf('bonus'),
    maluses: pointsOf('malus'),
    findings: all.flatMap(({ kind, rule, id }) => (kind === 'veto' ? [{ rule, recordId: id }] : [])),
    adjustments: own.flatMap(({ kind, rule, points }) =>
      kind === 'correction' && points !== null ? [{ indicator: rule, delta: points }] : [],
    ),
  };
}
