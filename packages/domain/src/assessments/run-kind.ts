import { addDays, type Day } from '../kernel/index.ts';

/** `regular`; `late` is 补算, of a period that was never run in its time; `restated` follows a run that was published. */
export const runKinds = ['regular', 'late', 'restated'] as const;
export type RunKind = (typeof runKinds)[number];

export type RunFacts = {
  readonly cutOffOn: Day;
  readonly computedOn: Day;
  /** A run of the same scheme and period has been published. */
  readonly published: boolean;
};

/** Days after the cut-off within which a run is still of its time. */
const ofItsTime = 31;

export function runKindOf({ cutOffOn, computedOn, published }: RunFacts): RunKind {
  if (published) return 'restated';
  return computedOn > addDays(cutOffOn, ofItsTime) ? 'late' : 'regular';
}
