import type { Day } from '../kernel/index.ts';
import { type Certificate, type CertificateRules, reviewObjection } from './certificates.ts';
import type { WorkforceRefusal } from './refusals.ts';

/** What a correction says anew of an issue. */
export type Stated = Pick<Certificate, 'issuedOn' | 'validUntil' | 'reviewDueOn' | 'reviewDoneOn'> & { readonly item: string };

type Ending = Pick<Certificate, 'validUntil'>;

/** The issues before and after it; null: there is none. */
export type Around = { readonly earlier: Ending | null; readonly later: Ending | null };

export type CorrectionObjection = { readonly code: WorkforceRefusal; readonly facts: Readonly<Record<string, string | number>> };

const never = '9999-12-31';

/** Whether the corrected item or a day is another than before: then the rules are asked again, else only words have changed. */
export function restates(before: Stated, after: Stated): boolean {
  const days = ['item', 'issuedOn', 'validUntil', 'reviewDueOn', 'reviewDoneOn'] as const;
  return days.some((each) => before[each] !== after[each]);
}

/** Why an issue may not be corrected so in the row of its issues: each lasts longer than the one before, and all are of one item. */
export function orderObjection(before: Stated, after: Stated, { earlier, later }: Around): CorrectionObjection | null {
  if (before.item !== after.item && (earlier !== null || later !== null)) return { code: 'workforce.correction_of_chain', facts: {} };
  return laterThan(after, earlier) ?? earlierThan(after, later);
}

const endOf = ({ validUntil }: Ending): Day => validUntil ?? never;

function laterThan(after: Ending, earlier: Ending | null): CorrectionObjection | null {
  if (earlier === null || endOf(after) > endOf(earlier)) return null;
  return { code: 'workforce.renewal_not_later', facts: { on: endOf(earlier) } };
}

function earlierThan(after: Ending, later: Ending | null): CorrectionObjection | null {
  if (later === null || endOf(after) < endOf(later)) return null;
  return { code: 'workforce.correction_after_next', facts: { on: endOf(later) } };
}

/** Why its review may not be said to have been done that day, as if it were entered now; null when none is said. */
export function doneObjection(after: Stated, today: Day, rules: Pick<CertificateRules, 'applyDays'>): WorkforceRefusal | null {
  const { reviewDoneOn } = after;
  if (reviewDoneOn === null) return null;
  if (reviewDoneOn > today) return 'workforce.future_date';
  return reviewObjection({ ...after, reviewDoneOn: null, revokedOn: null }, reviewDoneOn, rules);
}
