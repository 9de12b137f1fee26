import { addWorkingDays, type Day, type IsWorkday, refuse } from '../kernel/index.ts';
import type { AssessmentRefusal } from './refusals.ts';

export const runStages = ['open', 'computed', 'confirming', 'appealing', 'reviewed', 'final', 'published', 'archived'] as const;
export type RunStage = (typeof runStages)[number];

/** 考核流程 (11.2.14). */
export const runTransitions = {
  /** Computes, or computes anew while no unit has been asked yet. */
  compute: { from: ['open', 'computed'], to: 'computed' },
  /** 送单位确认 */
  ask: { from: ['computed'], to: 'confirming' },
  /** 开放申诉 */
  hearAppeals: { from: ['confirming'], to: 'appealing' },
  /** 复核: every appeal has been answered. */
  review: { from: ['appealing'], to: 'reviewed' },
  /** What the appeals changed is computed anew, and the units are asked again. */
  recompute: { from: ['confirming', 'appealing', 'reviewed'], to: 'computed' },
  /** 安委会审定 */
  finalise: { from: ['reviewed'], to: 'final' },
  publish: { from: ['final'], to: 'published' },
  archive: { from: ['published'], to: 'archived' },
} as const satisfies Record<string, { from: readonly RunStage[]; to: RunStage }>;

export type RunStep = keyof typeof runTransitions;
export const runSteps = Object.keys(runTransitions) as readonly RunStep[];

/** A run as its workflow sees it. The days are the last ones; null while nobody waits for them. */
export type Run = {
  readonly stage: RunStage;
  readonly confirmDueOn: Day | null;
  readonly appealDueOn: Day | null;
  readonly finalisedById: string | null;
};

export const newRun: Run = { stage: 'open', confirmDueOn: null, appealDueOn: null, finalisedById: null };

/** Who takes a step and when, and what is known of the units. What is not known yet is not objected to. */
export type RunKnown = {
  readonly by: string;
  readonly on: Day;
  /** Units that have not confirmed. */
  readonly unconfirmed?: number;
  readonly openAppeals?: number;
};

/** Why `by` may not take `step` now, or null. The web asks this to explain a greyed button. */
export function objectionToRunStep(run: Run, step: RunStep, known: RunKnown): AssessmentRefusal | null {
  const from: readonly RunStage[] = runTransitions[step].from;
  if (!from.includes(run.stage)) return 'assessments.wrong_stage';
  if (step === 'hearAppeals') return known.unconfirmed === 0 || isOver(run.confirmDueOn, known.on) ? null : 'assessments.time_not_up';
  if (step === 'review') return objectionToReview(run, known);
  return step === 'publish' && run.finalisedById === known.by ? 'assessments.same_person' : null;
}

function objectionToReview(run: Run, { on, openAppeals = 0 }: RunKnown): AssessmentRefusal | null {
  if (!isOver(run.appealDueOn, on)) return 'assessments.time_not_up';
  return openAppeals > 0 ? 'assessments.appeals_open' : null;
}

/** The whole of the last day belongs to the units. */
function isOver(dueOn: Day | null, on: Day): boolean {
  return dueOn === null || on > dueOn;
}

/** 工作日 that the scheme gives units to confirm and to appeal. */
export type RunTimes = { readonly isWorkday: IsWorkday; readonly confirmWorkdays: number; readonly appealWorkdays: number };

/** The run after `step`. Refuses by `conflict` with the code of `objectionToRunStep`. */
export function advanceRun(run: Run, step: RunStep, { known, times }: { readonly known: RunKnown; readonly times: RunTimes }): Run {
  const reason = objectionToRunStep(run, step, known);
  if (reason !== null) refuse('conflict', reason, factsOf(run, step, known));
  const moved = { ...run, stage: runTransitions[step].to };
  if (step === 'compute' || step === 'recompute') return { ...newRun, stage: moved.stage };
  if (step === 'ask') return { ...moved, confirmDueOn: addWorkingDays(known.on, times.confirmWorkdays, times.isWorkday) };
  if (step === 'hearAppeals') return { ...moved, appealDueOn: addWorkingDays(known.on, times.appealWorkdays, times.isWorkday) };
  return step === 'finalise' ? { ...moved, finalisedById: known.by } : moved;
}

function factsOf(run: Run, step: RunStep, { openAppeals = 0 }: RunKnown): Record<string, string | number> {
  const on = (step === 'review' ? run.appealDueOn : run.confirmDueOn) ?? '';
  return { stage: run.stage, step, on, open: openAppeals };
}
