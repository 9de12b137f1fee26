import { countingRun, type PeriodKind } from '@changming/domain/assessments';
import { sql } from 'kysely';

import type { Reading } from '../context.ts';

type Sought = { readonly scheme?: string; readonly periods?: readonly string[]; readonly periodKind?: PeriodKind };

/** Of each scheme, whichever version, and each period the one run that counts for the reader. */
export async function countingRuns(work: Pick<Reading, 'tx' | 'whole' | 'may'>, { scheme, periods, periodKind }: Sought) {
  const rows = await work.tx
    .selectFrom('assessment_runs as run')
    .innerJoin('assessment_schemes as s', 's.id', 'run.scheme_id')
    .select(['run.id', 'run.period', 'run.stage', 'run.kind', 'run.superseded_by_id as supersededById'])
    .select(['run.computed_at as computedAt', 's.code'])
    .where('run.superseded_by_id', 'is', null)
    .$if(scheme !== undefined, (each) => each.where('s.code', '=', scheme ?? ''))
    .$if(periods !== undefined, (each) => each.where(sql<boolean>`run.period = any(${periods}::text[])`))
    .$if(periodKind !== undefined, (each) => each.where('run.period_kind', '=', periodKind ?? 'quarter'))
    .execute();
  const reader = { manages: managesRuns(work) };
  return [...Map.groupBy(rows, ({ code, period }) => `${code} ${period}`).values()].flatMap((runs) => countingRun(runs, reader) ?? []);
}

/** Whoever computes or publishes runs works on those that are not published yet. */
function managesRuns({ whole, may }: Pick<Reading, 'whole' | 'may'>): boolean {
  return whole && (may('assessments.run', 1) || may('assessments.publish', 1));
}
