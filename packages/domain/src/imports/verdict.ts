import type { BesideField, ImportProblem, SkipReason } from './problems.ts';

/** Where a record came from. */
export type Source = { readonly sheet: string; readonly row: number };

/** What two tellings of one thing say of a field, the one that is there and this one; null says nothing. Money is in 元. */
export type Beside = { readonly field: BesideField; readonly ours: string | null; readonly theirs: string | null };

/**
 * An answer a person may give to a question; `value` goes into `Answers`, `label` is shown. Where it is another telling of the same thing,
 * `beside` lists what the two say differently, and `closes` the day on which what is open would be closed.
 */
export type Candidate = {
  readonly value: string;
  readonly label: string;
  readonly beside?: readonly Beside[];
  readonly closes?: string;
};

/** A problem or a question, at a cell when it has one. `candidates` are the answers on offer. */
export type CellProblem = {
  readonly cell: string | null;
  readonly field: string | null;
  readonly code: ImportProblem;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly candidates?: readonly Candidate[];
};

/** What is worth a word about a row that stays out: comments beside its cells, what it tells otherwise than what is there. */
type Noted = { readonly warnings?: readonly CellProblem[] };

/**
 * What becomes of one row. Every row with content gets exactly one.
 * `ready` goes in, with warnings that were not worth a question; `ask` needs a person to choose; `wrong` must be corrected;
 * `skip` is no record, or one that is there already.
 */
export type Verdict<Draft> =
  | { readonly kind: 'ready'; readonly source: Source; readonly draft: Draft; readonly warnings: readonly CellProblem[] }
  | (Noted & { readonly kind: 'ask'; readonly source: Source; readonly questions: readonly CellProblem[] })
  | (Noted & { readonly kind: 'skip'; readonly source: Source; readonly reason: SkipReason; readonly sameAs: Source | null })
  | (Noted & { readonly kind: 'wrong'; readonly source: Source; readonly problems: readonly CellProblem[] });

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
  /** Answers that are kept for the files to come, whether a row goes in or not. */
  readonly remembered?: number;
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
