import { describe, expect, test } from 'vitest';

import {
  applyWindow,
  type Certificate,
  certificateRungs,
  certificateRungsReached,
  type CertificateRules,
  defaultCertificateDays,
  isValid,
  lastsTooLong,
  nextDueOf,
  reviewedTooLate,
  reviewObjection,
  standingOf,
  termsOf,
} from './index.ts';

const rules: CertificateRules = {
  years: { specialOperation: 6, specialEquipment: 4, fireFacility: null, safetyManager: 3, safetyEngineer: 5 },
  reviewYears: 3,
  reviewYearsLong: 6,
  applyDays: 60,
  applyMonthsEquipment: 1,
};

/** 低压电工: six years from 2023-04-30, reviewed after three. */
function electrician(over: Partial<Certificate> = {}): Certificate {
  return { issuedOn: '2023-04-30', validUntil: '2029-04-29', reviewDueOn: '2026-04-30', reviewDoneOn: null, revokedOn: null, ...over };
}
/** 叉车司机: four years, no review. */
const driver: Certificate = { issuedOn: '2022-01-02', validUntil: '2026-01-01', reviewDueOn: null, reviewDoneOn: null, revokedOn: null };
const on = (certificate: Certificate, days: readonly string[]) => days.map((day) => isValid(certificate, day));

describe('a certificate', () => {
  test('holds through the day of its review and is void from the day after', () => {
    expect(on(electrician(), ['2026-04-29', '2026-04-30', '2026-05-01'])).toEqual([true, true, false]);
  });

  test('that was reviewed holds through its last day', () => {
    const reviewed = electrician({ reviewDoneOn: '2026-04-30' });

    expect(on(reviewed, ['2026-05-01', '2029-04-28', '2029-04-29', '2029-04-30'])).toEqual([true, true, true, false]);
  });

  test('without a review holds through its last day', () => {
    expect(on(driver, ['2025-12-31', '2026-01-01', '2026-01-02'])).toEqual([true, true, false]);
  });

  test('does not hold before it was issued, nor from the day it was revoked', () => {
    const revoked = electrician({ revokedOn: '2024-01-10' });

    expect(on(electrician(), ['2023-04-29', '2023-04-30'])).toEqual([false, true]);
    expect(on(revoked, ['2024-01-09', '2024-01-10'])).toEqual([true, false]);
  });

  test('长期 holds for ever', () => {
    expect(isValid({ ...driver, validUntil: null }, '2099-12-31')).toBe(true);
  });

  test('says what it owes next: the review, then the renewal', () => {
    expect(nextDueOf(electrician())).toEqual({ rule: 'review', dueOn: '2026-04-30' });
    expect(nextDueOf(electrician({ reviewDoneOn: '2026-03-01' }))).toEqual({ rule: 'validity', dueOn: '2029-04-29' });
    expect(nextDueOf({ ...driver, validUntil: null })).toBeNull();
  });

  test('is due soon from the first day of the reminders, and tells a missed review from an end', () => {
    const stand = (day: string, certificate = electrician()) => standingOf(certificate, day, 90);

    expect(['2026-01-29', '2026-01-30', '2026-04-30', '2026-05-01'].map((day) => stand(day))).toEqual([
      'valid',
      'dueSoon',
      'dueSoon',
      'reviewMissed',
    ]);
    expect(stand('2029-04-30')).toBe('expired');
    expect(stand('2023-04-29')).toBe('notYet');
    expect(stand('2024-01-10', electrician({ revokedOn: '2024-01-10' }))).toBe('revoked');
  });
});

describe('the terms of a certificate', () => {
  test('are six years with a review after three for special operations', () => {
    expect(termsOf('specialOperation', '2023-04-30', rules)).toEqual({ validUntil: '2029-04-29', reviewDueOn: '2026-04-30' });
  });

  test('leave out the review of who has ten years of service: it falls together with the renewal', () => {
    expect(termsOf('specialOperation', '2023-04-30', rules, true)).toEqual({ validUntil: '2029-04-29', reviewDueOn: null });
  });

  test('are four years for special equipment, and open where no rule says', () => {
    expect(termsOf('specialEquipment', '2022-01-02', rules)).toEqual({ validUntil: '2026-01-01', reviewDueOn: null });
    expect(termsOf('fireFacility', '2022-01-02', rules)).toEqual({ validUntil: null, reviewDueOn: null });
  });

  test('may not put the review of a special operation off, nor leave it out', () => {
    const own = termsOf('specialOperation', '2023-04-30', rules);
    const late = (reviewDueOn: string | null, validUntil: string | null = own.validUntil) =>
      reviewedTooLate({ validUntil, reviewDueOn }, own);

    expect(['2026-04-29', '2026-04-30', '2026-05-01', null].map((day) => late(day))).toEqual([false, false, true, true]);
    expect(['2026-04-29', '2026-04-30'].map((until) => late(null, until))).toEqual([false, true]);
    expect(reviewedTooLate({ validUntil: '2029-04-29', reviewDueOn: null }, termsOf('specialOperation', '2023-04-30', rules, true))).toBe(
      false,
    );
  });

  test('may not be longer than the law gives, up to the anniversary', () => {
    const lasts = (validUntil: string | null) => lastsTooLong('specialEquipment', { issuedOn: '2022-01-02', validUntil }, rules);

    expect(['2026-01-01', '2026-01-02', '2026-01-03', null].map(lasts)).toEqual([false, false, true, true]);
    expect(lastsTooLong('fireFacility', { issuedOn: '2022-01-02', validUntil: null }, rules)).toBe(false);
  });

  test('open a window to apply: sixty days before a review, a month at the latest for special equipment', () => {
    expect(applyWindow('specialOperation', '2026-04-30', rules)).toEqual({ from: '2026-03-01', until: '2026-04-30' });
    expect(applyWindow('specialEquipment', '2026-03-31', rules)).toEqual({ from: '2025-12-30', until: '2026-02-28' });
  });
});

describe('a review', () => {
  test('counts on its day and not after it', () => {
    const objects = (day: string) => reviewObjection(electrician(), day, rules);

    expect(['2026-04-29', '2026-04-30', '2026-05-01'].map(objects)).toEqual([null, null, 'workforce.review_late']);
  });

  test('is done within the window in which it is applied for, and not a day before it', () => {
    const objects = (day: string, applyDays = 60) => reviewObjection(electrician(), day, { applyDays });

    expect(['2026-02-28', '2026-03-01', '2026-03-02'].map((day) => objects(day))).toEqual(['workforce.review_early', null, null]);
    expect(objects('2026-02-28', 61)).toBeNull();
    expect(objects('2026-02-28', 59)).toBe('workforce.review_early');
  });

  test('is owed once, and not before the certificate was issued', () => {
    expect(reviewObjection(electrician({ reviewDoneOn: '2026-03-01' }), '2026-04-01', rules)).toBe('workforce.review_not_owed');
    expect(reviewObjection(driver, '2025-01-01', rules)).toBe('workforce.review_not_owed');
    expect(reviewObjection(electrician(), '2023-04-29', rules)).toBe('workforce.review_not_owed');
  });
});

describe('the reminders of a due day', () => {
  const rungs = certificateRungs(defaultCertificateDays);
  const reached = (today: string, sinceOn = '2023-04-30') =>
    certificateRungsReached(rungs, { sinceOn, dueOn: '2026-04-30' }, today).map(({ days }) => days);

  test('run 90, 60, 30, 7 and 0 days ahead to the holder, then to the head and those above', () => {
    expect(rungs.map(({ days, tells }) => `${days} ${tells}`)).toEqual([
      '-90 holder',
      '-60 holder',
      '-30 holder',
      '-7 holder',
      '0 holder',
      '1 unitHead',
      '7 parent',
    ]);
  });

  test('are reached on their day, not the day before', () => {
    expect([reached('2026-01-29'), reached('2026-01-30'), reached('2026-01-31')]).toEqual([[], [-90], [-90]]);
    expect([reached('2026-04-22').at(-1), reached('2026-04-23').at(-1), reached('2026-04-30').at(-1)]).toEqual([-30, -7, 0]);
    expect([reached('2026-05-01').at(-1), reached('2026-05-06').at(-1), reached('2026-05-07').at(-1)]).toEqual([1, 1, 7]);
  });

  test('of a certificate that comes into the register late leave out what lay before, but never everything', () => {
    expect(reached('2026-04-10', '2026-04-01')).toEqual([-30]);
    expect(reached('2026-04-30', '2026-03-15')).toEqual([-30, -7, 0]);
    expect(reached('2026-06-01', '2026-06-01')).toEqual([7]);
  });

  test('keep their order whatever days are set', () => {
    const odd = certificateRungs({ ahead: [7, 90, 7, 0], unitHead: 0, parent: 0 }).map(({ days }) => days);

    expect(odd).toEqual([-90, -7, 0, 1, 2]);
  });
});
