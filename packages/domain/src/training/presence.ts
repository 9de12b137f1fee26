import { classMinutes } from './categories.ts';

/** So late or early by so many minutes takes nothing away. */
const graceMinutes = 10;
const halfHours = 2;

export type Presence = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly signedInAt: Date;
  /** Null while nobody has signed out: then until the end. */
  readonly signedOutAt: Date | null;
};

/** Minutes of the session for which the person was there. */
export function minutesPresent({ startsAt, endsAt, signedInAt, signedOutAt }: Presence): number {
  const from = Math.max(startsAt.getTime(), signedInAt.getTime());
  const until = Math.min(endsAt.getTime(), (signedOutAt ?? endsAt).getTime());
  return Math.max(0, Math.floor((until - from) / 60_000));
}

/** Whether the time suffices for so many class hours; ten minutes of it may be lacking. */
export function lastsFor(startsAt: Date, endsAt: Date, classHours: number): boolean {
  return (endsAt.getTime() - startsAt.getTime()) / 60_000 >= classHours * classMinutes - graceMinutes;
}

/** Whether somebody who signed in was there at all: not when he signed in after the end, or out before the beginning. */
export function wasThere(presence: Presence): boolean {
  return minutesPresent(presence) > 0;
}

/** Class hours for the time present, to the half hour below, at most those of the session; all of them but for ten minutes. */
export function hoursForPresence(presence: Presence, sessionHours: number): number {
  const whole = Math.floor((presence.endsAt.getTime() - presence.startsAt.getTime()) / 60_000);
  const minutes = minutesPresent(presence);
  if (minutes > 0 && minutes >= whole - graceMinutes) return sessionHours;
  return Math.min(sessionHours, Math.floor((minutes * halfHours) / classMinutes) / halfHours);
}

/** One may sign in from half an hour before it begins. */
export const signInMinutesBefore = 30;

export function maySignIn(startsAt: Date, now: Date): boolean {
  return now.getTime() >= startsAt.getTime() - signInMinutesBefore * 60_000;
}
