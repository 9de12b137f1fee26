import type { RunKind } from './run-kind.ts';
import type { RunStage } from './workflow.ts';

/** What is asked of the runs of one scheme and one period to tell which of them counts. */
export type RunStanding = {
  readonly stage: RunStage;
  readonly kind: RunKind;
  readonly supersededById: string | null;
  readonly computedAt: Date;
};

/** 重述未发布: what it restates stays in force until it is published itself. */
export function isOpenRestatement({ stage, kind }: Pick<RunStanding, 'stage' | 'kind'>): boolean {
  return kind === 'restated' && stage !== 'published' && stage !== 'archived';
}

/**
 * The one of them that is a unit's score of the period. Whoever manages runs works on an open restatement; for everybody else the published
 * run counts until the restatement is published. What another run has replaced counts for nobody.
 */
export function countingRun<Each extends RunStanding>(runs: readonly Each[], { manages }: { readonly manages: boolean }): Each | null {
  const standing = runs.filter((run) => run.supersededById === null && (manages || !isOpenRestatement(run)));
  return standing.reduce<Each | null>((latest, run) => (latest !== null && latest.computedAt >= run.computedAt ? latest : run), null);
}
