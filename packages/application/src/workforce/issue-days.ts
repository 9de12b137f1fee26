import { refuse } from '@changming/domain/kernel';
import { type CertificateRules, lastsTooLong, reviewedTooLate, termsOf } from '@changming/domain/workforce';

import type { Writing } from '../context.ts';
import { certificateRulesFor } from './certificate-rules.ts';
import type { CertificateItem, StoredCertificate } from './certificate-store.ts';

type Wanted = {
  readonly unitId: string;
  readonly issuedOn: string;
  readonly validUntil?: string | null | undefined;
  readonly reviewDueOn?: string | null | undefined;
  readonly longService: boolean;
};
export type Days = Pick<StoredCertificate, 'issued_on' | 'valid_until' | 'review_due_on'>;

/** The days of an issue, those that are not given by the rules of the day of issue; refused where they contradict each other or the law. */
export async function issueDays(
  { tx }: Writing,
  { kind }: CertificateItem,
  { unitId, issuedOn, longService, ...said }: Wanted,
): Promise<Days> {
  const rules = await certificateRulesFor(tx, { unitId, on: issuedOn });
  const own = termsOf(kind, issuedOn, rules, longService);
  const validUntil = said.validUntil === undefined ? own.validUntil : said.validUntil;
  const reviewDueOn = said.reviewDueOn === undefined ? own.reviewDueOn : said.reviewDueOn;
  refuseBadDays({ issuedOn, validUntil, reviewDueOn });
  refuseTooLong(kind, { issuedOn, validUntil }, rules);
  if (reviewedTooLate({ validUntil, reviewDueOn }, own))
    refuse('invalid', 'workforce.certificate_review_later', { on: own.reviewDueOn ?? '' });
  return { issued_on: issuedOn, valid_until: validUntil, review_due_on: reviewDueOn };
}

type Said = { readonly issuedOn: string; readonly validUntil: string | null; readonly reviewDueOn: string | null };

function refuseBadDays({ issuedOn, validUntil, reviewDueOn }: Said): void {
  const last = validUntil ?? '9999-12-31';
  const isBad = last < issuedOn || (reviewDueOn !== null && (reviewDueOn < issuedOn || reviewDueOn > last));
  if (isBad) refuse('invalid', 'workforce.certificate_ends_early');
}

function refuseTooLong(kind: CertificateItem['kind'], days: Pick<Said, 'issuedOn' | 'validUntil'>, rules: CertificateRules): void {
  if (lastsTooLong(kind, days, rules)) refuse('invalid', 'workforce.certificate_too_long', { years: rules.years[kind] ?? 0 });
}
