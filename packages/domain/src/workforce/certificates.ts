import { addDays, type Day, monthsLater } from '../kernel/index.ts';

/** 特种作业操作证、特种设备安全管理和作业人员证、消防设施操作员、安全合格证、注册安全工程师. */
export const certificateKinds = ['specialOperation', 'specialEquipment', 'fireFacility', 'safetyManager', 'safetyEngineer'] as const;
export type CertificateKind = (typeof certificateKinds)[number];

/** One issue of a certificate. Null: not stated; an end that is null is 长期. */
export type Certificate = {
  readonly issuedOn: Day | null;
  readonly validUntil: Day | null;
  readonly reviewDueOn: Day | null;
  readonly reviewDoneOn: Day | null;
  readonly revokedOn: Day | null;
};

export const certificateStandings = ['valid', 'dueSoon', 'notYet', 'reviewMissed', 'expired', 'revoked'] as const;
export type CertificateStanding = (typeof certificateStandings)[number];

/** What a certificate owes next, and by when: 复审 as long as it was not done, else the end of validity. Null: nothing. */
export function nextDueOf({ validUntil, reviewDueOn, reviewDoneOn }: Certificate): { readonly rule: DueRule; readonly dueOn: Day } | null {
  if (reviewDueOn !== null && reviewDoneOn === null && (validUntil === null || reviewDueOn < validUntil))
    return { rule: 'review', dueOn: reviewDueOn };
  return validUntil === null ? null : { rule: 'validity', dueOn: validUntil };
}
export const dueRules = ['review', 'validity'] as const;
export type DueRule = (typeof dueRules)[number];

/**
 * VALID ⇔ today ≤ validUntil and (no review, or done, or today ≤ its due day) (总局令第30号 arts 19, 21, 26, 30). A certificate holds on
 * its last day; what was revoked does not hold from that day on, and nothing holds before it was issued.
 */
export function isValid(certificate: Certificate, on: Day): boolean {
  const { issuedOn, revokedOn } = certificate;
  if (revokedOn !== null && revokedOn <= on) return false;
  if (issuedOn !== null && issuedOn > on) return false;
  const due = nextDueOf(certificate);
  return due === null || on <= due.dueOn;
}

/** How it stands. `soonDays` before what is due next it is `dueSoon`. */
export function standingOf(certificate: Certificate, on: Day, soonDays: number): CertificateStanding {
  if (!isValid(certificate, on)) return whyInvalid(certificate, on);
  const due = nextDueOf(certificate);
  return due !== null && due.dueOn <= addDays(on, soonDays) ? 'dueSoon' : 'valid';
}

function whyInvalid({ issuedOn, validUntil, revokedOn }: Certificate, on: Day): CertificateStanding {
  if (revokedOn !== null && revokedOn <= on) return 'revoked';
  if (issuedOn !== null && issuedOn > on) return 'notYet';
  return validUntil !== null && validUntil < on ? 'expired' : 'reviewMissed';
}

/** The years and windows of the law, as the rules of the day say them. A kind without years lasts as its certificate says. */
export type CertificateRules = {
  readonly years: Readonly<Record<CertificateKind, number | null>>;
  readonly reviewYears: number;
  readonly reviewYearsLong: number;
  readonly applyDays: number;
  readonly applyMonthsEquipment: number;
};

type Terms = { readonly validUntil: Day | null; readonly reviewDueOn: Day | null };

/**
 * When a certificate issued on `issuedOn` ends and is reviewed: 特种作业 6 years with a review after 3 (after 6, which is its renewal,
 * for who has 10 years of lawful service), 特种设备 4 years.
 */
export function termsOf(kind: CertificateKind, issuedOn: Day, rules: CertificateRules, longService = false): Terms {
  const years = rules.years[kind];
  const validUntil = years === null ? null : addDays(monthsLater(issuedOn, years * 12), -1);
  if (kind !== 'specialOperation') return { validUntil, reviewDueOn: null };
  const review = monthsLater(issuedOn, (longService ? rules.reviewYearsLong : rules.reviewYears) * 12);
  return { validUntil, reviewDueOn: validUntil !== null && review <= validUntil ? review : null };
}

/** Whether it claims to last longer than its kind may. The last day may be told as the anniversary or as the day before it. */
export function lastsTooLong(
  kind: CertificateKind,
  { issuedOn, validUntil }: Pick<Certificate, 'issuedOn' | 'validUntil'>,
  rules: CertificateRules,
): boolean {
  const years = rules.years[kind];
  if (years === null || issuedOn === null) return false;
  return validUntil === null || validUntil > monthsLater(issuedOn, years * 12);
}

/**
 * Whether it claims a later review than the law gives 特种作业, or none (总局令第30号 art. 21). The review of long service is the renewal
 * itself, and what ends before its review needs none.
 */
export function reviewedTooLate(said: Terms, own: Terms): boolean {
  if (own.reviewDueOn === null || (said.validUntil !== null && said.validUntil < own.reviewDueOn)) return false;
  return said.reviewDueOn === null || said.reviewDueOn > own.reviewDueOn;
}

/** From when to when to apply for what is due: 60 days before a review or renewal, a month at the latest for 特种设备. */
export function applyWindow(kind: CertificateKind, dueOn: Day, rules: CertificateRules): { readonly from: Day; readonly until: Day } {
  if (kind !== 'specialEquipment') return { from: addDays(dueOn, -rules.applyDays), until: dueOn };
  const until = monthsLater(dueOn, -rules.applyMonthsEquipment);
  return { from: addDays(until, -rules.applyDays), until };
}

type ReviewObjection = 'workforce.review_not_owed' | 'workforce.review_early' | 'workforce.review_late';

/**
 * Null: the review may be entered. It is applied for from `applyDays` before its due day (总局令第30号 art. 22), so that none is done earlier;
 * one that is missed makes the certificate void: another has to be issued (art. 26).
 */
export function reviewObjection(
  certificate: Certificate,
  doneOn: Day,
  { applyDays }: Pick<CertificateRules, 'applyDays'>,
): ReviewObjection | null {
  const { reviewDueOn, reviewDoneOn, issuedOn } = certificate;
  if (reviewDueOn === null || reviewDoneOn !== null || (issuedOn !== null && doneOn < issuedOn)) return 'workforce.review_not_owed';
  if (doneOn < addDays(reviewDueOn, -applyDays)) return 'workforce.review_early';
  return doneOn <= reviewDueOn ? null : 'workforce.review_late';
}
