import { describe, expect, it } from 'vitest';

import { orderOf, rotate, type WatchScheme, watchSlots } from './watch.ts';
import { monthsToPlan } from './watch-months.ts';
import {
  objectionToCheckIn,
  objectionToHandOver,
  objectionToSwap,
  objectionToTakeOver,
  signedInOnTime,
  type WatchShift,
  watchStanding,
  watchTellingsOwed,
  whoIsOnDuty,
} from './watch-standing.ts';

const scheme: WatchScheme = {
  dayFrom: '08:00',
  nightFrom: '20:00',
  watched: ['workNight', 'restDay', 'restNight'],
  leaders: 1,
  keepers: 2,
};
const isRestDay = (day: string) => day === '2026-01-24' || day === '2026-01-25';
const at = (time: string) => new Date(`2026-01-20T${time}+08:00`);

function shift(over: Partial<WatchShift> = {}): WatchShift {
  const [fromAt, untilAt] = [at('20:00:00'), new Date('2026-01-21T08:00:00+08:00')];
  return { post: 'leader', part: 'night', fromAt, untilAt, personId: 'wang', checkedInAt: null, ...over };
}

describe('the seats of a month', () => {
  it('are nights of working days and whole rest days, each until the next begins', () => {
    const slots = watchSlots(scheme, { first: '2026-01-23', last: '2026-01-24' }, isRestDay);

    expect(slots.map(({ onDay, part, post, seat }) => [onDay, part, post, seat].join(' '))).toEqual([
      '2026-01-23 night leader 1',
      '2026-01-23 night keeper 1',
      '2026-01-23 night keeper 2',
      '2026-01-24 day leader 1',
      '2026-01-24 day keeper 1',
      '2026-01-24 day keeper 2',
      '2026-01-24 night leader 1',
      '2026-01-24 night keeper 1',
      '2026-01-24 night keeper 2',
    ]);
    expect([slots[0]?.fromAt, slots[0]?.untilAt, slots[3]?.fromAt]).toEqual([
      new Date('2026-01-23T20:00:00+08:00'),
      new Date('2026-01-24T08:00:00+08:00'),
      new Date('2026-01-24T08:00:00+08:00'),
    ]);
  });

  it('are filled in turn, nobody twice in one watch, and stay empty where the list is too short', () => {
    const keepers = watchSlots(scheme, { first: '2026-01-24', last: '2026-01-25' }, isRestDay).filter(({ post }) => post === 'keeper');

    expect(rotate(keepers, ['a', 'b', 'c'])).toEqual(['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b']);
    expect(rotate(keepers, ['a', 'b', 'c'], { begun: 2 }).slice(0, 3)).toEqual(['c', 'a', 'b']);
    expect(rotate(keepers, ['a']).slice(0, 4)).toEqual(['a', null, 'a', null]);
    expect(rotate(keepers, ['a', 'b', 'c'], { taken: ['2026-01-24:day:a'] }).slice(0, 2)).toEqual(['b', 'c']);
    expect(rotate(keepers, []).every((person) => person === null)).toBe(true);
  });

  it('go on where last month ended', () => {
    expect(orderOf(['a', 'b', null, 'c', 'a'])).toEqual({ list: ['a', 'b', 'c'], begun: 1 });
    expect(orderOf([null])).toEqual({ list: [], begun: 0 });
  });
});

describe('a watch', () => {
  it('is late one minute after the minutes allowed, and missed when it is over', () => {
    const standing = (now: Date, over: Partial<WatchShift> = {}) => watchStanding(shift(over), now, 15);

    expect([standing(at('19:59:00')), standing(at('20:00:00')), standing(at('20:15:00')), standing(at('20:15:01'))]).toEqual([
      'ahead',
      'awaited',
      'awaited',
      'late',
    ]);
    const over = new Date('2026-01-21T08:00:00+08:00');
    expect([standing(over), standing(over, { checkedInAt: at('20:01:00') }), standing(over, { personId: null })]).toEqual([
      'missed',
      'stood',
      'uncovered',
    ]);
    expect(standing(at('21:00:00'), { checkedInAt: at('20:40:00') })).toBe('checkedIn');
    const signed = (time: string) => signedInOnTime(shift({ checkedInAt: at(time) }), 15);
    expect([signed('20:15:00'), signed('20:15:01')]).toEqual([true, false]);
  });

  it('is signed in for by its own person, from an hour before until it is over', () => {
    const may = (now: Date, by = 'wang', over: Partial<WatchShift> = {}) => objectionToCheckIn(shift(over), { by, now });

    expect([may(at('18:59:59')), may(at('19:00:00'))]).toEqual(['workforce.watch_too_early', null]);
    expect([may(new Date('2026-01-21T07:59:59+08:00')), may(new Date('2026-01-21T08:00:00+08:00'))]).toEqual([
      null,
      'workforce.watch_over',
    ]);
    expect(may(at('20:00:00'), 'li')).toBe('workforce.watch_not_yours');
    expect(may(at('20:00:00'), 'wang', { checkedInAt: at('19:50:00') })).toBe('workforce.watch_checked_in');
  });

  it('is handed over by who stood it and signed by another, once', () => {
    const stood = shift({ checkedInAt: at('19:50:00') });
    const next = shift({ part: 'day', personId: 'li' });
    const given = { givenById: 'wang', takenById: null };
    const now = at('21:00:00');

    expect(objectionToHandOver(shift(), null, { by: 'wang', now })).toBe('workforce.watch_not_checked_in');
    expect(objectionToHandOver(stood, null, { by: 'li', now })).toBe('workforce.watch_not_yours');
    expect(objectionToHandOver(stood, given, { by: 'wang', now })).toBeNull();
    expect(objectionToHandOver(stood, { ...given, takenById: 'li' }, { by: 'wang', now })).toBe('workforce.watch_taken_over');
    expect(objectionToTakeOver(next, null, { by: 'li', now })).toBe('workforce.watch_nothing_handed');
    expect(objectionToTakeOver({ ...next, personId: 'wang' }, given, { by: 'wang', now })).toBe('workforce.watch_own_hand_over');
    expect(objectionToTakeOver(next, given, { by: 'zhao', now })).toBe('workforce.watch_not_yours');
    expect(objectionToTakeOver(next, given, { by: 'li', now })).toBeNull();
    expect(objectionToTakeOver(next, { ...given, takenById: 'li' }, { by: 'li', now })).toBe('workforce.watch_taken_over');
  });

  it('changes hands until somebody signs in or it is over', () => {
    const swap = (over: Partial<WatchShift>, now = at('20:30:00'), to: string | null = 'li') => objectionToSwap(shift(over), now, to);

    expect([
      swap({}),
      swap({ checkedInAt: at('19:50:00') }),
      swap({}, new Date('2026-01-21T08:00:00+08:00')),
      swap({}, at('20:30:00'), 'wang'),
    ]).toEqual([null, 'workforce.watch_checked_in', 'workforce.watch_over', 'workforce.watch_same_person']);
  });
});

describe('who is on duty', () => {
  const here = (over: Partial<WatchShift & { away: boolean }> = {}) => ({ ...shift(), away: false, ...over });
  const posts = { deputies: [{ personId: 'deputy', away: false }], heads: [{ personId: 'head', away: false }] };

  it('is the leader who signed in, then whoever signed in, then the leader', () => {
    const keeper = here({ post: 'keeper', personId: 'li', checkedInAt: at('19:50:00') });
    expect(whoIsOnDuty([keeper, here()], posts)).toEqual({ personId: 'li', because: 'roster' });
    expect(whoIsOnDuty([keeper, here({ checkedInAt: at('19:55:00') })], posts)).toEqual({ personId: 'wang', because: 'roster' });
    expect(whoIsOnDuty([here({ post: 'keeper', personId: 'li' }), here()], posts)).toEqual({ personId: 'wang', because: 'roster' });
  });

  it('is a deputy where a watch runs that nobody stands, and the head where none runs', () => {
    expect(whoIsOnDuty([here({ away: true }), here({ personId: null })], posts)).toEqual({ personId: 'deputy', because: 'deputy' });
    expect(whoIsOnDuty([here({ away: true })], { ...posts, deputies: [] })).toEqual({ personId: 'head', because: 'post' });
    expect(whoIsOnDuty([], posts)).toEqual({ personId: 'head', because: 'post' });
    expect(whoIsOnDuty([], { ...posts, heads: [{ personId: 'head', away: true }] })).toEqual({ personId: 'deputy', because: 'deputy' });
    expect(whoIsOnDuty([], { deputies: [], heads: [] })).toBeNull();
  });
});

describe('what is told of a watch', () => {
  const rules = { checkInMinutes: 15, uncoveredHours: 24 };
  const told = (now: Date, over: Partial<WatchShift> = {}) => watchTellingsOwed(shift(over), now, rules);

  it('climbs when nobody signs in', () => {
    expect([told(at('07:59:00')), told(at('08:00:00')), told(at('20:15:00')), told(at('20:16:00')), told(at('20:31:00'))]).toEqual([
      [],
      ['ahead'],
      [],
      ['notCheckedIn'],
      ['notCheckedIn', 'stillNotCheckedIn'],
    ]);
    expect(told(at('21:00:00'), { checkedInAt: at('20:50:00') })).toEqual([]);
  });

  it('begins a day before a watch that nobody stands', () => {
    const nobody = { personId: null };
    expect([told(new Date('2026-01-19T19:59:00+08:00'), nobody), told(new Date('2026-01-19T20:00:00+08:00'), nobody)]).toEqual([
      [],
      ['uncovered'],
    ]);
    expect(told(new Date('2026-01-21T08:00:00+08:00'), nobody)).toEqual([]);
  });
});

describe('months that should have their roster', () => {
  const since = '2025-06-01';

  it('the next one is due from so many days before its first on', () => {
    const due = (today: string) => monthsToPlan(today, { days: 5, since: '2026-01-15' });

    expect([due('2026-01-26'), due('2026-01-27'), due('2026-01-28')]).toEqual([[], ['2026-02-01'], ['2026-02-01']]);
    expect(due('2026-01-31')).toEqual(['2026-02-01']);
  });

  it('this one is due as long as it lasts, where the unit kept its watch before it began', () => {
    expect(monthsToPlan('2026-02-01', { days: 5, since })).toEqual(['2026-02-01']);
    expect(monthsToPlan('2026-02-01', { days: 5, since: '2026-02-01' })).toEqual([]);
    expect(monthsToPlan('2026-02-01', { days: 5, since: '2026-01-31' })).toEqual(['2026-02-01']);
    expect(monthsToPlan('2026-12-31', { days: 5, since })).toEqual(['2026-12-01', '2027-01-01']);
  });
});
