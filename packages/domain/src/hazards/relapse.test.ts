import { describe, expect, it } from 'vitest';

import { type ClosedBefore, type FoundAgain, isRecurrence, recurrencesOf } from './relapse.ts';

const where = { unitId: 'u-sewing', pointId: 'p-exit-3', category: 'exits', factor: '3109', checkItemId: 'FIRE-01' } as const;
const closed: ClosedBefore = { id: 'h-1', closedOn: '2026-01-10', ...where };
const found = (over: Partial<FoundAgain> = {}): FoundAgain => ({ id: 'h-2', foundOn: '2026-02-01', ...where, ...over });
const nothingShared = { category: 'stacking', factor: '3103', checkItemId: null } as const;

describe('a recurrence', () => {
  it('is found from the day of closing until the ninetieth day after it', () => {
    const days = ['2026-01-09', '2026-01-10', '2026-04-10', '2026-04-11'].map((foundOn) => isRecurrence(closed, found({ foundOn })));

    expect(days).toEqual([false, true, true, false]);
  });

  it('is at the same point of the same unit; without points, the unit itself is the place', () => {
    expect(isRecurrence(closed, found({ pointId: 'p-exit-4' }))).toBe(false);
    expect(isRecurrence(closed, found({ pointId: null }))).toBe(false);
    expect(isRecurrence(closed, found({ unitId: 'u-cutting' }))).toBe(false);
    expect(isRecurrence({ ...closed, pointId: null }, found({ pointId: null }))).toBe(true);
  });

  it('has the same category, the same factor or the same check item', () => {
    expect(isRecurrence(closed, found(nothingShared))).toBe(false);
    expect(isRecurrence(closed, found({ ...nothingShared, category: 'exits' }))).toBe(true);
    expect(isRecurrence(closed, found({ ...nothingShared, factor: '3109' }))).toBe(true);
    expect(isRecurrence(closed, found({ ...nothingShared, checkItemId: 'FIRE-01' }))).toBe(true);
  });

  it('is not seen in two hazards that share only the category "other" or share nothing known', () => {
    const vague = { category: 'other', factor: null, checkItemId: null } as const;

    expect(isRecurrence({ ...closed, ...vague }, found(vague))).toBe(false);
  });

  it('is not the hazard itself', () => {
    expect(isRecurrence(closed, found({ id: 'h-1' }))).toBe(false);
  });

  it('names the latest closing first, whose root cause reopens', () => {
    const earlier = { ...closed, id: 'h-0', closedOn: '2025-12-01' };
    const tooOld = { ...closed, id: 'h-old', closedOn: '2025-06-01' };
    const sameDay = { ...closed, id: 'h-3' };

    expect(recurrencesOf(found(), [earlier, tooOld, closed, sameDay]).map(({ id }) => id)).toEqual(['h-3', 'h-1', 'h-0']);
  });
});
