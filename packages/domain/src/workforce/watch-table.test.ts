import { describe, expect, it } from 'vitest';

import {
  objectionToCheckIn,
  objectionToHandOver,
  objectionToSwap,
  objectionToTakeOver,
  type WatchShift,
  type WatchStanding,
  watchStanding,
  watchStandings,
} from './watch-standing.ts';

const [fromAt, untilAt] = [new Date('2026-01-20T20:00:00+08:00'), new Date('2026-01-21T08:00:00+08:00')];
const [before, allowed, running, over] = ['20T19:30', '20T20:10', '20T21:00', '21T08:00'].map(
  (time) => new Date(`2026-01-${time}:00+08:00`),
) as [Date, Date, Date, Date];
const shift = (given: Partial<WatchShift> = {}): WatchShift => {
  return { post: 'leader', part: 'night', fromAt, untilAt, personId: 'wang', checkedInAt: null, ...given };
};
const checkedInAt = new Date('2026-01-20T19:50:00+08:00');

/** One shift for each standing, and when it is looked at. */
const standing: Readonly<Record<WatchStanding, readonly [WatchShift, Date]>> = {
  uncovered: [shift({ personId: null }), running],
  ahead: [shift(), before],
  awaited: [shift(), allowed],
  late: [shift(), running],
  checkedIn: [shift({ checkedInAt }), running],
  stood: [shift({ checkedInAt }), over],
  missed: [shift(), over],
};

const handedBefore = { givenById: 'zhao', takenById: null };
/** By the person of the shift, with all that the step needs. */
const steps = {
  checkIn: (held: WatchShift, now: Date) => objectionToCheckIn(held, { by: 'wang', now }),
  handOver: (held: WatchShift, now: Date) => objectionToHandOver(held, null, { by: 'wang', now }),
  takeOver: (held: WatchShift, now: Date) => objectionToTakeOver(held, handedBefore, { by: 'wang', now }),
  swap: (held: WatchShift, now: Date) => objectionToSwap(held, now, 'li'),
} as const;
type Step = keyof typeof steps;

const [notYours, notIn, isIn, past] = [
  'workforce.watch_not_yours',
  'workforce.watch_not_checked_in',
  'workforce.watch_checked_in',
  'workforce.watch_over',
] as const;
const said: Readonly<Record<WatchStanding, Readonly<Record<Step, string | null>>>> = {
  uncovered: { checkIn: notYours, handOver: notYours, takeOver: notYours, swap: null },
  ahead: { checkIn: null, handOver: notIn, takeOver: null, swap: null },
  awaited: { checkIn: null, handOver: notIn, takeOver: null, swap: null },
  late: { checkIn: null, handOver: notIn, takeOver: null, swap: null },
  checkedIn: { checkIn: isIn, handOver: null, takeOver: null, swap: isIn },
  stood: { checkIn: isIn, handOver: null, takeOver: null, swap: isIn },
  missed: { checkIn: past, handOver: notIn, takeOver: null, swap: past },
};

describe('a seat of the watch, in every standing and asked for every step', () => {
  it.each(watchStandings)('%s', (name) => {
    const [held, now] = standing[name];
    expect(watchStanding(held, now, 15)).toBe(name);
    const answers = Object.entries(steps).map(([step, objection]) => [step, objection(held, now)]);
    expect(Object.fromEntries(answers)).toEqual(said[name]);
  });
});
