import { describe, expect, test } from 'vitest';

import { barOf, daysOf, searchOfBar } from './search.ts';

const today = '2026-03-12';

describe('the days of the checks that are looked at', () => {
  test('are the last seven where the address names none', () => {
    expect(daysOf({}, today)).toEqual({ from: '2026-03-06', to: today });
  });

  test('end today where only the first is named, and begin a week before where only the last is', () => {
    expect(daysOf({ from: '2026-03-01' }, today)).toEqual({ from: '2026-03-01', to: today });
    expect(daysOf({ to: '2026-02-07' }, today)).toEqual({ from: '2026-02-01', to: '2026-02-07' });
  });

  test('may lie ahead', () => {
    expect(daysOf({ from: '2026-03-20' }, today)).toEqual({ from: '2026-03-20', to: '2026-03-20' });
  });

  test('go into the query bar as one range and come back as two days', () => {
    const bar = barOf({ state: ['missed'] }, today);

    expect(bar).toEqual({ state: ['missed'], days: { from: '2026-03-06', to: today } });
    expect(searchOfBar(bar)).toEqual({ state: ['missed'], from: '2026-03-06', to: today });
  });
});
