import { daysBetween } from './dates.ts';

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
