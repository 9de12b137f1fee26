import { type Rate, rateOf } from '../kernel/index.ts';

/** What was owed and what became of it. `late` and `failed` are among the done; points are those owed at least once, and checked at least once. */
export type CoverageCounts = {
  readonly owed: number;
  readonly done: number;
  readonly late: number;
  readonly missed: number;
  readonly failed: number;
  readonly pointsOwed: number;
  readonly pointsChecked: number;
};

export const nothingOwed: CoverageCounts = { owed: 0, done: 0, late: 0, missed: 0, failed: 0, pointsOwed: 0, pointsChecked: 0 };

/** What is still open: neither done nor missed yet. */
export function openOf({ owed, done, missed }: Pick<CoverageCounts, 'owed' | 'done' | 'missed'>): number {
  return owed - done - missed;
}

/** 完成率: done of what is settled by now. What is still open counts neither for nor against. */
export function doneRate({ done, missed }: Pick<CoverageCounts, 'done' | 'missed'>): Rate {
  return rateOf(done, done + missed);
}

/** 拉网式覆盖率: points checked of points owed. */
export function pointRate({ pointsChecked, pointsOwed }: Pick<CoverageCounts, 'pointsOwed' | 'pointsChecked'>): Rate {
  return rateOf(pointsChecked, pointsOwed);
}
