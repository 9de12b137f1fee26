import type { Day } from '../kernel/index.ts';
import { type Certainty, holdsOn } from './rule.ts';

/** One edition of a law or standard: which text of it held from when to when. */
export type Edition = {
  /** What stays the same from edition to edition, such as `accidentTypes`. */
  readonly topic: string;
  readonly code: string;
  readonly name: string;
  readonly certainty: Certainty;
  readonly from: Day;
  readonly to: Day | null;
};

/** The edition by which an event of that day is judged; null when none was in force. */
export function editionInForce<Each extends Edition>(editions: readonly Each[], topic: string, on: Day): Each | null {
  const holding = editions.filter((each) => each.topic === topic && holdsOn(each, on));
  return holding.toSorted((a, b) => b.from.localeCompare(a.from))[0] ?? null;
}
