import { daysBetween } from './dates.ts';

const minute = 60_000;

export type Deadline =
  | { readonly urgency: 'none' }
  | { readonly urgency: 'late' | 'today' | 'tomorrow' | 'near' | 'calm'; readonly days: number };

/** How a deadline stands on `today`. `days` is how many are left, or how many it is late. Near means three days or less. */
export function deadlineOf(dueOn: string | null, today: string): Deadline {
  if (dueOn === null) return { urgency: 'none' };
  const days = daysBetween(today, dueOn);
  if (days < 0) return { urgency: 'late', days: -days };
  if (days === 0) return { urgency: 'today', days };
  if (days === 1) return { urgency: 'tomorrow', days };
  return { urgency: days <= 3 ? 'near' : 'calm', days };
}

/** How long an instant has been over, in the unit that says most; null while it is still to come. */
export type Overrun = { readonly in: 'minutes' | 'hours' | 'days'; readonly count: number };

export function overrunOf(dueAt: string, now: Date): Overrun | null {
  const minutes = Math.floor((now.getTime() - Date.parse(dueAt)) / minute);
  if (minutes < 0) return null;
  if (minutes < 60) return { in: 'minutes', count: Math.max(1, minutes) };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { in: 'hours', count: hours } : { in: 'days', count: Math.floor(hours / 24) };
}
