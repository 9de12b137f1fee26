import type { ImportProblem, SkipReason } from './problems.ts';

/** Where a record came from. */
export type Source = { readonly sheet: string; readonly row: number };

/** An answer a person may give to a question; `value` goes into `Answers`, `label` is shown. */
export type Candidate = { readonly value: string; readonly label: string };

/** A problem or a question, at a cell when it has one. `candidates` are the answers on offer. */
export type CellProblem = {
  readonly cell: string | null;
  readonly field: string | null;
  readonly code: ImportProblem;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly candidates?: readonly Candidate[];
};

/**
 * What becomes of one row. Every row with content gets exactly one.
 * `ready` goes in, with warnings that were not worth a question; `ask` needs a person to choose; `wrong` must be corrected;
 * `skip` is no record, or one that is there already.
 */
export type Verdict<Draft> =
  | { readonly kind: 'ready'; readonly source: Source; readonly draft: Draft; readonly warnings: readonly CellProblem[] }
  | { readonly kind: 'ask'; readonly source: Source; readonly questions: readonly CellProblem[] }
  | { readonly kind: 'skip'; readonly source: Source; readonly reason: SkipReason; readonly sameAs: Source | null }
  | { readonly kind: 'wrong'; readonly source: Source; readonly problems: readonly CellProblem[] };

export type VerdictCounts = {
  /** Rows with any content, on all sheets. */
  readonly rows: number;
  readonly ready: number;
  readonly ask: number;
  readonly wrong: number;
  readonly skip: number;
  /** Ready rows that carry a warning. */
  readonly warned: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
};

/** The numbers by which an import is judged; `rows` is always the sum of the four kinds. */
export function countVerdicts<Draft>(verdicts: readonly Verdict<Draft>[]): VerdictCounts {
  const of = (kind: Verdict<Draft>['kind']) => verdicts.filter((verdict) => verdict.kind === kind).length;
  const skipped: Partial<Record<SkipReason, number>> = {};
  for (const verdict of verdicts) if (verdict.kind === 'skip') skipped[verdict.reason] = (skipped[verdict.reason] ?? 0) + 1;
  return {
    rows: verdicts.length,
    ready: of('ready'),
    ask: of('ask'),
    wrong: of('wrong'),
    skip: of('skip'),
    warned: verdicts.filter((verdict) => verdict.kind === 'ready' && verdict.warnings.length > 0).length,
    skipped,
  };
}
