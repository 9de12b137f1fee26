import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isDay } from '../kernel/index.ts';
import { dayFrom, dayOfSerial, lastDayOf, periodFrom } from './dates.ts';
import { asText } from './reading.ts';

const day = (text: string, year?: number) => {
  const found = dayFrom(asText(text), year ?? null);
  return found.ok ? found.value.day : found.code;
};
const number = (value: number, year?: number) => dayFrom({ text: String(value), kind: 'number', number: value }, year ?? null);

describe('a date', () => {
  it('is read in every style offices write', () => {
    const styles = [
      '2026.3.5',
      '2026年3月5日',
      '2026-03-05',
      '2026/3/5',
      '26.3.5',
      '26/3/5',
      '20260305',
      '２０２６．３．５',
      ' 2026. 3. 5',
    ];
    const more = ['2026.3.5.', '2026-03-05 16:46', '2026-03-05T08:30', '2026年3月5', '46086'];
    expect([...styles, ...more].map((text) => day(text))).toEqual([...styles, ...more].map(() => '2026-03-05'));
  });

  it('without a year takes the year of the ledger, and is not read without one', () => {
    expect(['3月5日', '3.5', '3/5', '3-5'].map((text) => day(text, 2026))).toEqual(Array.from({ length: 4 }, () => '2026-03-05'));
    expect(day('3月5日')).toBe('date_needs_year');
  });

  it('that does not exist is refused and never moved', () => {
    expect(['2026-02-30', '2019.13.1', '20260431', '2026年2月29日'].map((text) => day(text))).toEqual(
      Array.from({ length: 4 }, () => 'date_impossible'),
    );
    expect(['1900-02-29'].map((text) => day(text))).toEqual(['date_impossible']);
  });

  it('may be a month alone', () => {
    expect(dayFrom(asText('2029年2月'))).toEqual({ ok: true, value: { day: '2029-02', precision: 'month' } });
    expect(lastDayOf('2028-02')).toBe('2028-02-29');
  });

  it('typed as a number that Excel shortened is a question', () => {
    expect(number(46_086)).toMatchObject({ value: { day: '2026-03-05' } });
    expect(number(1.21, 2026)).toMatchObject({ value: { day: '2026-01-21' } });
    expect(number(1.1, 2026)).toMatchObject({ code: 'date_ambiguous', choices: [{ day: '2026-01-01' }, { day: '2026-01-10' }] });
    expect(number(2.3, 2026)).toMatchObject({ ok: true, value: { day: '2026-02-03' } });
    expect(number(20_260_305)).toMatchObject({ value: { day: '2026-03-05' } });
    expect(number(2016)).toMatchObject({ code: 'date_unreadable' });
  });

  it('is not guessed from words', () => {
    expect(['立即', '月底前', '', '同上', '2026', '12345678901234'].map((text) => day(text, 2026))).toEqual(
      Array.from({ length: 6 }, () => 'date_unreadable'),
    );
  });
});

it('reads a period with any dash between its ends', () => {
  const periods = [
    '2022-01-07-2026-01-06',
    '2023年4月30日-2029年4月29日',
    '2023/9/29-2027-09-28',
    '20231008-20271007',
    '2024-11-12-2030.11.11',
  ];
  expect(periods.map((text) => periodFrom(asText(text))).map((found) => found.ok && `${found.value.from} ${found.value.to.day}`)).toEqual([
    '2022-01-07 2026-01-06',
    '2023-04-30 2029-04-29',
    '2023-09-29 2027-09-28',
    '2023-10-08 2027-10-07',
    '2024-11-12 2030-11-11',
  ]);
  expect(periodFrom(asText('2025年8月29日至2029-08-28'))).toMatchObject({ value: { from: '2025-08-29', to: { day: '2029-08-28' } } });
  expect(periodFrom(asText('2029-01-01-2028-01-01'))).toMatchObject({ ok: false });
});

it('counts serial days as Excel does', () => {
  expect([45_292, 46_031, 61].map(dayOfSerial)).toEqual(['2024-01-01', '2026-01-09', '1900-03-01']);
});

it('reads every existing day that it writes, and answers any text', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20_000, max: 80_000 }), (serial) => {
      const written = dayOfSerial(serial);
      const [y = 0, m = 0, d = 0] = written.split('-').map(Number);
      for (const text of [`${y}.${m}.${d}`, `${y}年${m}月${d}日`, `${y}/${m}/${d}`, written, written.replaceAll('-', '')]) {
        expect(day(text)).toBe(written);
      }
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9./年月日 -]{0,14}$/u)), (text) => {
      const found = dayFrom(asText(text), 2026);
      if (found.ok && found.value.precision === 'day') expect(isDay(found.value.day)).toBe(true);
      periodFrom(asText(text));
    }),
  );
});
