import { within } from '@changming/database';
import { type AppealStage, objectionToAnswering } from '@changming/domain/assessments';

import type { Reading } from '../context.ts';
import { type StoredRun, toRun } from './run-store.ts';

type Asked = { readonly run: StoredRun; readonly unitId?: string; readonly stage?: AppealStage };

/** 申诉 of a run in the scope, the oldest first; each with the code of what keeps the caller from answering it, or null. */
export async function appealsSeen(work: Reading, { run, unitId, stage }: Asked) {
  const rows = await work.tx
    .selectFrom('assessment_appeals as a')
    .innerJoin('units as u', 'u.id', 'a.unit_id')
    .leftJoin('persons as p', 'p.id', 'a.lodged_by_id')
    .select(['a.id', 'a.unit_id as unitId', 'u.name as unit', 'a.indicator', 'a.reason', 'a.stage', 'p.name as by'])
    .select(['a.lodged_at as at', 'a.answer', 'a.lodged_by_id as lodgedById'])
    .where('a.run_id', '=', run.id)
    .where((eb) => within(eb.ref('a.unit_pos'), work.scope))
    .$if(unitId !== undefined, (each) => each.where('a.unit_id', '=', unitId ?? ''))
    .$if(stage !== undefined, (each) => each.where('a.stage', '=', stage ?? 'lodged'))
    .orderBy('a.lodged_at')
    .orderBy('a.id')
    .limit(200)
    .execute();
  return rows.map(({ lodgedById, ...row }) => ({ ...row, objection: objectionOf(work, run, { stage: row.stage, lodgedById }) }));
}

type Lodged = { readonly stage: AppealStage; readonly lodgedById: string | null };

function objectionOf({ whole, may, actor }: Reading, run: StoredRun, { stage, lodgedById }: Lodged): string | null {
  if (!whole || !may('assessments.publish', 1)) return 'access.not_permitted';
  return objectionToAnswering({ run: toRun(run), appeal: { stage, lodgedById: lodgedById ?? '' } }, { by: actor.personId ?? 'nobody' });
}
