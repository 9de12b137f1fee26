import type { Day } from '../kernel/index.ts';
import type { AssessmentRefusal } from './refusals.ts';
import type { Run } from './workflow.ts';

export const appealStages = ['lodged', 'upheld', 'rejected'] as const;
export type AppealStage = (typeof appealStages)[number];

/** 申诉: a record beside the run, by a unit, against one indicator or the whole. Upheld, it is followed by a correction or a recomputation. */
export type Appeal = { readonly stage: AppealStage; readonly lodgedById: string };

/** Why no appeal may be lodged now, or null: while the run hears them, up to and on the last day. */
export function objectionToLodging(run: Run, { on, reason }: { readonly on: Day; readonly reason?: string }): AssessmentRefusal | null {
  if (run.stage === 'computed' || run.stage === 'confirming') return 'assessments.appeals_not_heard';
  if (run.stage !== 'appealing') return 'assessments.wrong_stage';
  if (run.appealDueOn !== null && on > run.appealDueOn) return 'assessments.appeal_too_late';
  return reason?.trim() === '' ? 'assessments.reason_missing' : null;
}

/** Why `by` may not answer this appeal, or null. It may be answered after its time has ended: the review waits for it. */
export function objectionToAnswering(
  { run, appeal }: { readonly run: Run; readonly appeal: Appeal },
  { by, reason }: { readonly by: string; readonly reason?: string },
): AssessmentRefusal | null {
  if (appeal.stage !== 'lodged') return 'assessments.appeal_decided';
  if (run.stage !== 'appealing') return 'assessments.wrong_stage';
  if (appeal.lodgedById === by) return 'assessments.own_appeal';
  return reason?.trim() === '' ? 'assessments.reason_missing' : null;
}
