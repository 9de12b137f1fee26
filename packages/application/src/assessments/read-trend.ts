import { isOpenRestatement, type PeriodKind } from '@changming/domain/assessments';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { query } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { countingRuns } from './counting-runs.ts';

type Asked = { readonly unitId: string; readonly scheme: string; readonly periodKind: PeriodKind; readonly limit: number };

/** 趋势: the last periods of one kind, each by the run that counts for the reader; a unit above the assessed ones has its figure alone. */
export const readTrend = query({
  permission: 'assessments.read',
  async run(work, { unitId, scheme, periodKind, limit }: Asked) {
    const { tx, scope } = work;
    const unit = await unitInScope(tx, scope, unitId);
    const known = await tx.selectFrom('assessment_schemes').select('id').where('code', '=', scheme).limit(1).executeTakeFirst();
    if (known === undefined) refuse('missing', 'assessments.scheme_not_found', { code: scheme, version: '' });
    const counting = (await countingRuns(work, { scheme, periodKind })).map(({ id }) => id);
    const rows = await tx
      .selectFrom('assessment_runs as run')
      .leftJoin('assessment_results as r', (join) => join.onRef('r.run_id', '=', 'run.id').on('r.unit_id', '=', unitId))
      .leftJoin('assessment_figures as f', (join) => join.onRef('f.run_id', '=', 'run.id').on('f.unit_id', '=', unitId))
      .select([
        'run.id as runId',
        'run.period',
        'run.kind as runKind',
        'run.stage',
        'r.status',
        'r.final',
        'r.grade',
        'r.place',
        'r.result',
        'f.figure',
      ])
      .where(sql<boolean>`run.id = any(${counting}::uuid[])`)
      .where((eb) => eb.or([eb('r.unit_id', 'is not', null), eb('f.unit_id', 'is not', null)]))
      .orderBy('run.from_on', 'desc')
      .limit(limit)
      .execute();
    const items = rows.toReversed().map(({ result, status, figure, ...row }) => ({
      ...row,
      openRestatement: isOpenRestatement({ stage: row.stage, kind: row.runKind }),
      status: status ?? ('notAssessed' as const),
      lines: [...(result?.lines ?? [])],
      figure,
    }));
    return { unitId, unit: unit.name, items };
  },
});
