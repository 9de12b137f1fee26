import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays } from '../kernel/index.ts';
import {
  countWithin,
  type Found,
  foundWhen,
  isClosedInTime,
  isRepeating,
  objectionToHandling,
  objectionToReEducation,
  repeatMadeBy,
  type ViolationState,
  violationStandingOf,
} from './violations.ts';

const rule = { times: 2, months: 12 };
const found = (foundOn: string, id = foundOn): Found => ({ id, foundOn });

describe('repeats within twelve months', () => {
  test.each([
    ['2025-03-14', 1],
    ['2025-03-15', 1],
    ['2025-03-16', 2],
    ['2026-03-15', 2],
  ])('one of %s beside one of 2026-03-15 counts %i', (earlier, count) => {
    expect(countWithin([found(earlier, 'earlier'), found('2026-03-15', 'fresh')], '2026-03-15', 12)).toBe(count);
  });

  test('a leap day still counts on the last day of the next February', () => {
    expect(countWithin([found('2024-02-28'), found('2025-02-28')], '2025-02-28', 12)).toBe(1);
    expect(countWithin([found('2024-02-29'), found('2025-02-28')], '2025-02-28', 12)).toBe(2);
  });

  test('the first is no repeat, the second is', () => {
    const [first, second] = [found('2026-01-10'), found('2026-02-10')];

    expect(repeatMadeBy(first, [first], rule)).toBeNull();
    expect(repeatMadeBy(second, [first, second], rule)).toEqual({ id: '2026-02-10', count: 2 });
  });

  test('what is written down late makes the later one a repeat', () => {
    const [late, known] = [found('2026-01-10'), found('2026-02-10')];

    expect(repeatMadeBy(late, [known, late], rule)).toEqual({ id: '2026-02-10', count: 2 });
  });

  test('one that lies too far behind all others makes none', () => {
    const [late, known] = [found('2025-01-10'), found('2026-02-10')];

    expect(repeatMadeBy(late, [known, late], rule)).toBeNull();
  });

  test('in whatever order they are written down, somebody with a repeat owes a re-training after one of them', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(days, (offsets) => {
        const all = offsets.map((offset) => found(addDays('2024-01-01', offset)));
        const owed = all.map((fresh, at) => repeatMadeBy(fresh, all.slice(0, at + 1), rule)).filter((made) => made !== null);
        const isRepeat = all.some(({ foundOn }) => countWithin(all, foundOn, 12) >= 2);

        expect(owed.length > 0).toBe(isRepeat);
      }),
    );
  });
});

describe('what keeps a re-training owed when a violation is taken back', () => {
  const those = (...days: string[]) => days.map((day) => found(day));

  test.each([
    [those('2026-01-10'), null, false],
    [those('2026-01-10', '2026-01-18'), null, true],
    [those('2025-01-18', '2026-01-18'), null, false],
    [those('2024-03-01', '2024-05-01', '2026-01-18'), '2024-05-20', false],
    [those('2024-03-01', '2024-05-01', '2026-01-18'), null, true],
    [those('2025-06-01', '2025-07-01', '2026-01-18'), '2025-07-10', true],
  ] as const)('%j, re-trained on %s: %s', (all, retrainedOn, owes) => {
    expect(isRepeating(all, rule, retrainedOn)).toBe(owes);
  });
});

const open: ViolationState = { handledOn: null, reEducatedOn: null, reEducateBy: '2026-01-25', voided: false };

describe('where a violation stands', () => {
  test.each([
    [{}, '2026-01-25', 'unhandled'],
    [{}, '2026-01-26', 'overdue'],
    [{ handledOn: '2026-01-12' }, '2026-01-25', 'handled'],
    [{ handledOn: '2026-01-12' }, '2026-01-26', 'overdue'],
    [{ handledOn: '2026-01-12', reEducatedOn: '2026-02-12' }, '2026-03-01', 'closed'],
    [{ reEducatedOn: '2026-01-12' }, '2026-01-20', 'unhandled'],
    [{ voided: true }, '2026-03-01', 'voided'],
  ] as const)('%j on %s is %s', (over, today, standing) => {
    expect(violationStandingOf({ ...open, ...over }, today)).toBe(standing);
  });

  test.each([
    ['2026-01-25', '2026-01-25', true],
    ['2026-01-25', '2026-01-26', false],
    ['2026-01-26', '2026-01-25', false],
  ])('handled %s and re-educated %s by the 25th counts as in time: %s', (handledOn, reEducatedOn, counts) => {
    expect(isClosedInTime({ ...open, handledOn, reEducatedOn })).toBe(counts);
    expect(isClosedInTime({ ...open, handledOn, reEducatedOn, voided: true })).toBe(false);
  });
});

describe('handling and re-education', () => {
  const other = { isViolator: false };

  test.each([
    ['education', null, null],
    ['education', 100, 'training.fine_missing'],
    ['fine', null, 'training.fine_missing'],
    ['fine', 100, null],
    ['suspension', null, null],
  ] as const)('%s with %s fen: %s', (handling, fineFen, objection) => {
    expect(objectionToHandling(open, { handling, fineFen }, other)).toBe(objection);
  });

  test('nobody handles his own, and none is handled twice or after it was voided', () => {
    const education = { handling: 'education', fineFen: null } as const;

    expect(objectionToHandling(open, education, { isViolator: true })).toBe('training.self_handled');
    expect(objectionToHandling({ ...open, handledOn: '2026-01-12' }, education, other)).toBe('training.violation_handled');
    expect(objectionToHandling({ ...open, voided: true }, education, other)).toBe('training.violation_voided');
  });

  test.each([
    ['2026-01-09', 'training.re_educated_before_found'],
    ['2026-01-10', null],
    ['2026-01-20', null],
    ['2026-01-21', 'training.violation_in_future'],
  ])('re-education on %s of one found on the 10th, written down on the 20th: %s', (on, objection) => {
    expect(objectionToReEducation(open, { on, foundOn: '2026-01-10', today: '2026-01-20', isViolator: false })).toBe(objection);
  });
});

describe('存疑', () => {
  const now = new Date('2026-01-20T04:00:00Z');
  const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

  test('a clock five minutes ahead is no doubt, one a second further is, and then the moment of arrival counts', () => {
    const ahead = (claimedAt: Date) => foundWhen({ claimedAt, now, leftOn: null });

    expect(ahead(minutes(4))).toEqual({ foundAt: minutes(4), doubts: [] });
    expect(ahead(minutes(5))).toEqual({ foundAt: minutes(5), doubts: [] });
    expect(ahead(new Date(minutes(5).getTime() + 1000))).toEqual({ foundAt: now, doubts: ['clockAhead'] });
  });

  test('somebody who left after the day did it, of somebody who had left by then it is doubtful', () => {
    const left = (leftOn: string) => foundWhen({ claimedAt: now, now, leftOn }).doubts;

    expect([left('2026-01-19'), left('2026-01-20'), left('2026-01-21')]).toEqual([['afterLeaving'], ['afterLeaving'], []]);
    expect(foundWhen({ claimedAt: minutes(60 * 24 * 400), now, leftOn: '2026-01-01' }).doubts).toEqual(['clockAhead', 'afterLeaving']);
  });
});
