import { addDays, dayIn, startOf } from '../kernel/index.ts';

const minute = 60_000;

/** When a mail that failed for the `tries`th time is tried again; null when it is given up (after about a day). */
export function nextTry(tries: number, now: Date): Date | null {
  return tries >= 10 ? null : new Date(now.getTime() + minute * 2 ** Math.min(tries, 8));
}

type Quiet = { readonly from: string; readonly to: string };

/** The first instant from `at` on that lies outside quiet hours (`22:00` to `07:00`, Asia/Shanghai; may span midnight). */
export function afterQuietHours(at: Date, quiet: Quiet | null): Date {
  if (quiet === null || quiet.from === quiet.to) return at;
  const today = dayIn(at);
  const spans = [addDays(today, -1), today].map((day) => {
    const start = instantOf(day, quiet.from);
    return { start, end: instantOf(quiet.to > quiet.from ? day : addDays(day, 1), quiet.to) };
  });
  return spans.find(({ start, end }) => start <= at && at < end)?.end ?? at;
}

function instantOf(day: string, clock: string): Date {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return new Date(startOf(day).getTime() + (hours * 60 + minutes) * minute);
}
