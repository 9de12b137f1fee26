import { describe, expect, test } from 'vitest';

import { controlLevels, defaultLookDays, lookEvery, owedLooks } from '../risks/index.ts';
import { posts } from '../workforce/index.ts';
import type { Cadence } from './cadence.ts';
import { cadenceWithin, everyDays, lookOf, proposedPost } from './frequency.ts';

const window = { from: '00:00', until: '24:00' };
const week = (...weekdays: number[]): Cadence => ({ every: 'week', weekdays, ...window });

describe('a cadence promises a look at least every so many days', () => {
  test.each<[Cadence, number | null]>([
    [{ every: 'day', ...window }, 1],
    [{ every: 'shift', shifts: [{ shift: 'day', from: '08:00', until: '20:00' }] }, 1],
    [week(), 7],
    [week(1), 7],
    [week(1, 4), 4],
    [week(1, 2, 3, 4, 5, 6, 7), 1],
    [{ every: 'month', dayOfMonth: null, ...window }, 30],
    [{ every: 'quarter' }, 90],
    [{ every: 'halfYear' }, 180],
    [{ every: 'year' }, 365],
    [{ every: 'dates', dates: ['2026-03-01'], ...window }, null],
  ])('%o: %s', (cadence, days) => {
    expect(everyDays(cadence)).toBe(days);
  });

  test.each([1, 2, 6, 7, 8, 29, 30, 31, 89, 90, 91, 179, 180, 181, 364, 365, 366])(
    'the cadence proposed for %i days keeps to it',
    (days) => {
      expect(everyDays(cadenceWithin(days)) ?? 0).toBeLessThanOrEqual(days);
    },
  );

  test.each([
    [6, 'day'],
    [7, 'week'],
    [29, 'week'],
    [30, 'month'],
    [89, 'month'],
    [90, 'quarter'],
    [179, 'quarter'],
    [180, 'halfYear'],
    [364, 'halfYear'],
    [365, 'year'],
  ])('within %i days it is every %s, and no more often than that', (days, every) => {
    expect(cadenceWithin(days).every).toBe(every);
  });
});

describe('whose look a plan is', () => {
  test('the keeper, the hands and the leader of a team look for the team; heads and officers for their unit, for the group at headquarters', () => {
    const level = (ofGroup: boolean) => Object.fromEntries(posts.map((post) => [post, lookOf(post, { ofGroup })]));
    const unit = { team: 'team', staff: 'team', pointKeeper: 'team', teamLeader: 'team', workshopHead: 'workshop' };
    expect(level(false)).toMatchObject({
      pointKeeper: unit.pointKeeper,
      staff: unit.staff,
      teamLeader: unit.teamLeader,
      workshopHead: 'workshop',
    });
    for (const post of ['safetyOfficer', 'safetyDirector', 'unitHead', 'firstResponsible'] as const)
      expect([level(false)[post], level(true)[post]], post).toEqual(['unit', 'group']);
    expect([lookOf('teamLeader', { ofGroup: true }), lookOf('workshopHead', { ofGroup: true })]).toEqual(['team', 'workshop']);
  });

  test('a person named is taken for one of the unit', () => {
    expect([lookOf(null, { ofGroup: false }), lookOf(null, { ofGroup: true })]).toEqual(['unit', 'group']);
  });

  test.each(controlLevels)('what is proposed for the %s is its own look', (by) => {
    expect(lookOf(proposedPost[by], { ofGroup: by === 'group' })).toBe(by);
  });
});

test('the level that controls a colour looks, and everybody below it; by default as often as the rulebook says', () => {
  const owed = owedLooks(defaultLookDays);
  const of = (level: string) => owed.flatMap((look) => (look.level === level ? [[look.by, look.days]] : []));
  for (const level of ['major', 'larger', 'general', 'low'] as const) expect(of(level), level).toEqual(Object.entries(lookEvery[level]));
  expect(
    owedLooks({ ...defaultLookDays, workshop: 3 })
      .filter(({ days }) => days === 3)
      .map(({ level }) => level),
  ).toEqual(['major', 'larger', 'general']);
});
