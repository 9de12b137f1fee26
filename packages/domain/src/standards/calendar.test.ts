import { describe, expect, it } from 'vitest';

import { addWorkdays, daysOfYear, isWorkday, type WorkCalendar } from './calendar.ts';
import { editionInForce } from './edition.ts';

/** 国庆 2026: 1–7 October rest, 10 October worked. */
const october = ['01', '02', '03', '04', '05', '06', '07'].map((day) => [`2026-10-${day}`, 'rest'] as const);
const calendar: WorkCalendar = {
  days: new Map([...october, ['2026-09-20', 'work'], ['2026-10-10', 'work'], ['2026-09-25', 'rest']]),
  noticedYears: new Set([2025, 2026]),
};

describe('the work calendar', () => {
  it('follows the notice of the year, else the week', () => {
    expect(['2026-10-01', '2026-10-08', '2026-10-10', '2026-10-11', '2026-11-02'].map((day) => isWorkday(calendar, day))).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
  });

  it('counts 工作日 over a long holiday', () => {
    expect(addWorkdays(calendar, '2026-09-29', 5)).toEqual({ day: '2026-10-12', certain: true });
  });

  it('says when a year on the way has no official notice', () => {
    expect(addWorkdays(calendar, '2026-12-30', 1)).toEqual({ day: '2026-12-31', certain: true });
    expect(addWorkdays(calendar, '2026-12-30', 3)).toMatchObject({ certain: false });
  });

  it('shows every day of a year', () => {
    const days = daysOfYear(calendar, 2024);

    expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([366, '2024-01-01', '2024-12-31']);
  });
});

it('an event is judged by the edition of its day', () => {
  const edition = (code: string, from: string, to: string | null) => ({
    topic: 'accidentTypes',
    code,
    name: code,
    certainty: 'read' as const,
    from,
    to,
  });
  const editions = [edition('GB/T 6441-1986', '1987-02-01', '2026-07-01'), edition('GB 6441-2025', '2026-07-01', null)];

  expect(['1980-01-01', '2026-06-30', '2026-07-01'].map((on) => editionInForce(editions, 'accidentTypes', on)?.code ?? null)).toEqual([
    null,
    'GB/T 6441-1986',
    'GB 6441-2025',
  ]);
});
