import { describe, expect, it } from 'vitest';

import { inPeriod, lastDayOf, monthOf, periodNamed } from './period.ts';
import { percentOf, rateOf } from './rate.ts';
import { addWorkingDays } from './working-days.ts';

describe('a period', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026H1', '2026-01-01', '2026-06-30'],
    ['2026H2', '2026-07-01', '2026-12-31'],
    ['2026Q1', '2026-01-01', '2026-03-31'],
    ['2026Q4', '2026-10-01', '2026-12-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
  ])('%s runs from %s to %s', (name, first, last) => {
    const period = periodNamed(name);

    expect(period && [period.from, lastDayOf(period)]).toEqual([first, last]);
  });

  it.each(['', '26', '2026Q5', '2026Q0', '2026H3', '2026-13', '2026-00', '2026-2', '2026Q1 ', '0026'])('is not named %j', (name) => {
    expect(periodNamed(name)).toBeNull();
  });

  it('is half open', () => {
    const march = { from: '2026-03-01', until: '2026-04-01' };

    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01', null].map((day) => inPeriod(day, march))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(monthOf('2026-03-31')).toBe('2026-03');
  });
});

describe('a rate', () => {
  it('is rounded half up by exact arithmetic', () => {
    expect([rateOf(1, 3), rateOf(2, 3), rateOf(1, 800), rateOf(1, 1), rateOf(0, 7)].map((rate) => percentOf(rate))).toEqual([
      '33.33',
      '66.67',
      '0.13',
      '100.00',
      '0.00',
    ]);
    expect(percentOf(rateOf(1005, 100_000))).toBe('1.01');
    expect(percentOf(rateOf(1, 8), 0)).toBe('13');
  });

  it('does not exist without a denominator', () => {
    expect(percentOf(rateOf(0, 0))).toBeNull();
  });
});

describe('working days', () => {
  const isWeekday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

  it('do not count the first day and skip rest days', () => {
    expect(['2026-02-06', '2026-02-07', '2026-02-08'].map((day) => addWorkingDays(day, 1, isWeekday))).toEqual(Array(3).fill('2026-02-09'));
    expect(addWorkingDays('2026-02-06', 0, isWeekday)).toBe('2026-02-06');
    expect(addWorkingDays('2026-02-06', 5, isWeekday)).toBe('2026-02-13');
  });

  it('follow a calendar in which a Saturday is worked and a Monday is not', () => {
    const madeUp = (day: string) => (day === '2026-02-07' || isWeekday(day)) && day !== '2026-02-09';

    expect(addWorkingDays('2026-02-06', 2, madeUp)).toBe('2026-02-10');
  });

  it('fail loudly on a calendar without a working day', () => {
    expect(() => addWorkingDays('2026-02-06', 1, () => false)).toThrow(RangeError);
  });
});
