import { describe, expect, test } from 'vitest';

import { dueOf, toDo } from './due.ts';

const now = new Date('2026-03-05T02:00:00Z');
const task = (state: 'open' | 'done' | 'missed' | 'waived', opensAt: string, dueAt: string) => ({ state, opensAt, dueAt, resultId: null });

const morning = task('open', '2026-03-05T00:00:00Z', '2026-03-05T04:00:00Z');
const night = task('open', '2026-03-05T12:00:00Z', '2026-03-05T16:00:00Z');
const late = task('open', '2026-03-04T00:00:00Z', '2026-03-05T01:00:00Z');

describe('what is to be checked', () => {
  test('stands before, within or after its time', () => {
    expect([morning, night, late].map((each) => dueOf(each, now))).toEqual(['now', 'later', 'overdue']);
    expect(dueOf({ ...morning, state: 'missed' }, now)).toBe('overdue');
    expect(dueOf({ ...morning, state: 'done' }, now)).toBe('over');
    expect(dueOf({ ...late, state: 'missed', resultId: 'afterwards' }, now)).toBe('over');
  });

  test('is listed with what is late first, then what ends first, without what is over', () => {
    expect(toDo([night, { ...morning, state: 'waived' }, morning, late], now)).toEqual([late, morning, night]);
  });
});
