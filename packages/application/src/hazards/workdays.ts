import type { IsWorkday } from '@changming/domain/kernel';

/** Monday to Friday. */
export const isWeekday: IsWorkday = (day) => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};
