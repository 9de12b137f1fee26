import { expect, it } from 'vitest';

import { hoursForPresence, maySignIn, lastsFor, minutesPresent, wasThere } from './presence.ts';

const at = (time: string) => new Date(`2026-03-05T${time}:00+08:00`);
const session = { startsAt: at('08:00'), endsAt: at('09:30') };
const there = (inAt: string, outAt: string | null) => ({
  ...session,
  signedInAt: at(inAt),
  signedOutAt: outAt === null ? null : at(outAt),
});

it('time counts within the session, and to its end for whoever has not signed out', () => {
  expect([there('07:50', '10:00'), there('08:30', '09:00'), there('08:30', null), there('09:40', null)].map(minutesPresent)).toEqual([
    90, 30, 60, 0,
  ]);
});

it.each([
  ['08:00', '09:30', 2],
  ['08:10', '09:30', 2],
  ['08:11', '09:30', 1.5],
  ['08:00', '09:07', 1],
  ['08:00', '09:08', 1.5],
  ['08:00', '08:22', 0],
  ['08:00', '08:23', 0.5],
  ['09:30', null, 0],
])('present from %s to %s: %f class hours of two', (inAt, outAt, hours) => {
  expect(hoursForPresence(there(inAt, outAt), 2)).toBe(hours);
});

it.each([
  ['07:40', '08:00', false],
  ['07:40', '08:01', true],
  ['09:29', null, true],
  ['09:30', null, false],
  ['10:15', '10:20', false],
])('signed in at %s and out at %s was there: %s', (inAt, outAt, was) => {
  expect(wasThere(there(inAt, outAt))).toBe(was);
});

it.each([
  [2, true],
  [2.5, false],
])('an hour and a half lasts for %f class hours: %s', (hours, lasts) => {
  expect(lastsFor(session.startsAt, session.endsAt, hours)).toBe(lasts);
});

it('never more than the session gives', () => {
  expect(hoursForPresence(there('08:00', '09:00'), 1)).toBe(1);
});

it.each([
  ['07:29', false],
  ['07:30', true],
  ['07:31', true],
])('at %s signing in to a session of eight o’clock is open: %s', (time, open) => {
  expect(maySignIn(session.startsAt, at(time))).toBe(open);
});
