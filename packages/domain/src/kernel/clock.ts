import { type Day, dayIn } from './day.ts';

/** The only source of "now". It ticks, and it can be moved for tests, seeds and drills (`CM_CLOCK`). */
export type Clock = { readonly now: () => Date; readonly today: () => Day };

const unitLength = { D: 86_400_000, H: 3_600_000, M: 60_000 } as const;

/** `+P90D`, `-P1D`, `+PT8H`, `+PT30M`: how far the clock is moved, in milliseconds; null when `text` is none of these. */
export function offsetOf(text: string): number | null {
  const found = /^([+-])P(?:(\d{1,5})D|T(\d{1,5})([HM]))$/.exec(text.trim());
  if (found === null) return null;
  const [, sign, days, amount, unit] = found;
  const length = days === undefined ? Number(amount) * unitLength[unit === 'H' ? 'H' : 'M'] : Number(days) * unitLength.D;
  return sign === '-' ? -length : length;
}

/** A clock that `moved` milliseconds ahead of `real` ticks on; `moved` is asked at each call. */
export function clockMovedBy(moved: () => number, real: () => Date = () => new Date()): Clock {
  const now = () => new Date(real().getTime() + moved());
  return { now, today: () => dayIn(now()) };
}

/** A clock that stands still, for tests. */
export function clockAt(instant: string | Date): Clock {
  const at = new Date(instant);
  return { now: () => at, today: () => dayIn(at) };
}
