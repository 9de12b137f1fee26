import { addDays, type Day } from '../kernel/index.ts';
import type { FireDues, FireStanding } from './fire-due.ts';
import type { FireCondition } from './fire-kinds.ts';

/** How a piece of fire equipment stands on `today`: past its end before anything else, then what is wrong with it, then what is due. */
export function fireStandingOf(
  { condition, serviceDueOn, scrapDueOn }: FireDues & { readonly condition: FireCondition },
  today: Day,
  soonDays: number,
): FireStanding {
  if (condition === 'scrapped') return 'scrapped';
  if (scrapDueOn !== null && scrapDueOn < today) return 'expired';
  if (condition !== 'intact') return 'defect';
  if (serviceDueOn !== null && serviceDueOn < today) return 'serviceOverdue';
  const soon = addDays(today, soonDays);
  return [serviceDueOn, scrapDueOn].some((due) => due !== null && due <= soon) ? 'dueSoon' : 'inDate';
}
