import type { FactRow } from './facts.ts';

/** Why a run that was computed again comes to something else. */
export const restatementCauses = [
  /** 迟到: recorded after the first cut-off. */
  'late',
  /** 期初导入: counts from its business dates. */
  'opening',
  'voided',
  'reopened',
  /** Accepted since. */
  'closed',
  'handedIn',
  'deadlineMoved',
  'lookedBack',
  /** Counts with another unit now. */
  'moved',
  'changed',
  /** Other units count in the score. */
  'tree',
  /** Findings, points given or corrections by persons. */
  'finding',
  'scheme',
] as const;
export type RestatementCause = (typeof restatementCauses)[number];

type Side = FactRow | null;

/** Why a record counts otherwise than it did: what was known of it then and later. The gravest reason wins. */
export function causeOf(before: Side, after: Side): RestatementCause {
  if (before === null) return after?.['origin'] === 'opening' ? 'opening' : 'late';
  if (after === null) return 'changed';
  return found(before, after) ?? 'changed';
}

type Known = { readonly before: FactRow; readonly after: FactRow };

const signs: readonly (readonly [RestatementCause, (known: Known) => boolean])[] = [
  ['moved', ({ before, after }) => before.unitId !== after.unitId],
  ['voided', ({ before, after }) => turned(before, after, 'stage', 'void')],
  ['reopened', ({ before, after }) => before['stage'] === 'closed' && after['stage'] !== 'closed'],
  ['closed', ({ before, after }) => turned(before, after, 'stage', 'closed')],
  ['handedIn', ({ before, after }) => before['submittedOn'] !== after['submittedOn']],
  ['deadlineMoved', ({ before, after }) => before['dueOn'] !== after['dueOn']],
  ['lookedBack', ({ before, after }) => before['lookedOn'] !== after['lookedOn'] || before['relapsedOn'] !== after['relapsedOn']],
];

function found(before: FactRow, after: FactRow): RestatementCause | null {
  return signs.find(([, holds]) => holds({ before, after }))?.[0] ?? null;
}

function turned(before: FactRow, after: FactRow, column: string, into: string): boolean {
  return before[column] !== into && after[column] === into;
}
