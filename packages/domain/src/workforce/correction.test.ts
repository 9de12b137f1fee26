import { describe, expect, test } from 'vitest';

import { type Around, doneObjection, orderObjection, restates, type Stated } from './index.ts';

/** 低压电工: six years from 2023-04-30, reviewed after three. */
function stated(over: Partial<Stated> = {}): Stated {
  return { item: '1.2', issuedOn: '2023-04-30', validUntil: '2029-04-29', reviewDueOn: '2026-04-30', reviewDoneOn: null, ...over };
}
const alone: Around = { earlier: null, later: null };
const between: Around = { earlier: { validUntil: '2023-04-29' }, later: { validUntil: '2035-04-28' } };
const ends = (validUntil: string | null, around = between) => orderObjection(stated(), stated({ validUntil }), around)?.code;

describe('a correction', () => {
  test('restates the certificate when its item or any day changes, and not when only words do', () => {
    expect(restates(stated(), stated())).toBe(false);
    const others = { item: '1.1', issuedOn: '2023-04-29', validUntil: null, reviewDueOn: null, reviewDoneOn: '2026-04-01' };
    for (const [field, value] of Object.entries(others)) expect(restates(stated(), stated({ [field]: value })), field).toBe(true);
  });

  test('keeps the issues in order: after the one before, before the one that renewed it', () => {
    expect(['2023-04-28', '2023-04-29', '2023-04-30'].map((day) => ends(day))).toEqual([
      'workforce.renewal_not_later',
      'workforce.renewal_not_later',
      undefined,
    ]);
    expect(['2035-04-27', '2035-04-28', '2035-04-29'].map((day) => ends(day))).toEqual([
      undefined,
      'workforce.correction_after_next',
      'workforce.correction_after_next',
    ]);
  });

  test('makes none endless that was renewed, and any that was not', () => {
    expect([ends(null), ends(null, alone), ends(null, { ...between, later: null })]).toEqual([
      'workforce.correction_after_next',
      undefined,
      undefined,
    ]);
    expect(ends('2029-04-29', { earlier: null, later: { validUntil: null } })).toBeUndefined();
  });

  test('gives another item only to a certificate that stands alone', () => {
    const other = stated({ item: '1.1' });
    expect(orderObjection(stated(), other, alone)).toBeNull();
    for (const around of [
      { ...between, later: null },
      { ...between, earlier: null },
    ])
      expect(orderObjection(stated(), other, around)?.code).toBe('workforce.correction_of_chain');
  });

  test('says of a review only what could have been entered: from sixty days before its day to that day, and not later than today', () => {
    const done = (reviewDoneOn: string | null, today = '2026-12-31') => doneObjection(stated({ reviewDoneOn }), today, { applyDays: 60 });

    expect(['2026-02-28', '2026-03-01', '2026-04-30', '2026-05-01'].map((day) => done(day))).toEqual([
      'workforce.review_early',
      null,
      null,
      'workforce.review_late',
    ]);
    expect(['2026-04-01', '2026-04-02'].map((today) => done('2026-04-02', today))).toEqual(['workforce.future_date', null]);
    expect(done(null)).toBeNull();
    expect(doneObjection(stated({ reviewDueOn: null, reviewDoneOn: '2026-04-01' }), '2026-12-31', { applyDays: 60 })).toBe(
      'workforce.review_not_owed',
    );
  });
});
