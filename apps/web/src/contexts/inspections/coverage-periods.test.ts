import { describe, expect, test } from 'vitest';

import { periodNames, periodOf, queryOf, spanOf } from './coverage-periods.ts';

const today = '2026-01-20';

describe('the period of the coverage board', () => {
  test('is this month where the address names none', () => {
    expect(periodOf({}, today)).toBe('month');
    expect(queryOf({}, today)).toMatchObject({ period: '2026-01' });
  });

  test.each(periodNames)('%s is found again by what it put into the address', (name) => {
    expect(periodOf(spanOf(name, today), today)).toBe(name);
  });

  test('of the month before January lies in the year before', () => {
    expect(queryOf(spanOf('lastMonth', today), today)).toMatchObject({ period: '2025-12' });
    expect(queryOf(spanOf('quarter', today), today)).toMatchObject({ period: '2026Q1' });
  });

  test('is a run of days where nothing else fits, and one day stands for both ends', () => {
    expect(periodOf({ from: '2026-01-02', to: '2026-01-09' }, today)).toBe('days');
    expect(queryOf({ from: '2026-01-02' }, today)).toMatchObject({ from: '2026-01-02', to: '2026-01-02' });
  });
});
