import type { CalendarYear } from './queries.ts';

export type Square = CalendarYear['days'][number];
export type Month = {
  readonly month: number /** Squares left empty before the first day, weeks from Monday on. */;
  readonly blanks: number;
  readonly days: readonly Square[];
};

/** The days of a year by month. */
export function monthsOf(days: readonly Square[]): Month[] {
  return Array.from({ length: 12 }, (_, at) => {
    const own = days.filter(({ day }) => Number(day.slice(5, 7)) === at + 1);
    return { month: at + 1, blanks: weekdayOf(own[0]?.day ?? '2024-01-01'), days: own };
  });
}

/** What a day is marked as: plain, or not as usual by the notice, or changed by headquarters. */
export function markOf({ day, kind, source }: Square): 'work' | 'rest' | 'holiday' | 'shift' | 'headquarters' {
  if (source === 'headquarters') return 'headquarters';
  const usual = weekdayOf(day) < 5 ? 'work' : 'rest';
  if (kind === usual) return kind;
  return kind === 'rest' ? 'holiday' : 'shift';
}

/** 0 is Monday. */
function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
