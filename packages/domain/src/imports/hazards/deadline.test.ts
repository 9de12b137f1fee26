import { describe, expect, it } from 'vitest';

import type { DayKind, WorkCalendar } from '../../standards/index.ts';
import { givenSheet } from '../../testing/given-sheet.ts';
import { answersInput } from '../answers.ts';
import { asText } from '../reading.ts';
import { deadlineFrom } from './deadline.ts';
import { planHazards } from './plan-hazards.ts';

/** 2026 and 2027 have their notices: 国庆 and 春节 with a Sunday worked before each. */
const rest = (month: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => [`${month}-${String(from + at).padStart(2, '0')}`, 'rest'] as const);
const calendar: WorkCalendar = {
  days: new Map<string, DayKind>([
    ...rest('2026-02', 15, 23),
    ...rest('2026-10', 1, 7),
    ...rest('2026-12', 31, 31),
    ...rest('2027-01', 1, 3),
    ...rest('2027-02', 5, 12),
    ['2026-02-14', 'work'],
    ['2026-09-27', 'work'],
  ]),
  noticedYears: new Set([2026, 2027]),
};

type Day = string | null;
const when = (foundOn: Day, year = 2026) => ({ foundOn, year, calendar });
const due = (words: string, foundOn: Day, year?: number) => {
  const reading = deadlineFrom(asText(words), when(foundOn, year));
  if (reading.ok) return reading.warning === undefined ? reading.value : `${reading.value} (${reading.warning})`;
  return [reading.code, ...(reading.choices ?? [])].join(' ');
};

describe('a deadline in months', () => {
  it.each([
    ['一个月内', '2026-03-05', '2026-04-05'],
    ['1个月内', '2026-03-05', '2026-04-05'],
    ['1个月', '2026-01-31', '2026-02-28'],
    ['一个月内', '2024-01-30', '2024-02-29'],
    ['两个月内', '2026-12-31', '2027-02-28'],
    ['3个月内完成', '2026-10-08', '2027-01-08'],
    ['半年内', '2026-08-31', '2027-02-28'],
    ['半个月内', '2026-03-05', '2026-03-20'],
    ['一个月内', null, 'found_on_missing'],
  ])('%s of %s is %s', (words, foundOn, expected) => {
    expect(due(words, foundOn)).toBe(expected);
  });
});

describe('a deadline of ten days', () => {
  const by = (day: string) => `${day} (deadline_of_ten_days)`;

  it.each([
    ['10月上旬', '2026-10-01', by('2026-10-10')],
    ['10月中旬', '2026-09-08', by('2026-10-20')],
    ['十月下旬', '2026-09-08', by('2026-10-31')],
    ['2月下旬', '2026-01-08', by('2026-02-28')],
    ['2028年2月下旬', '2026-01-08', by('2028-02-29')],
    ['1月中旬', '2026-12-28', by('2027-01-20')],
    // The year after a leap year has no 29 February.
    ['2月下旬', '2028-12-28', by('2029-02-28')],
    ['本月中旬', '2026-10-08', by('2026-10-20')],
    ['下月上旬', '2026-12-08', by('2027-01-10')],
    ['本月中旬', null, 'found_on_missing'],
    ['13月中旬', '2026-10-08', 'date_impossible'],
  ])('%s, found on %s, is %s', (words, foundOn, expected) => {
    expect(due(words, foundOn, Number(foundOn?.slice(0, 4) ?? 2026))).toBe(expected);
  });

  it('may end before they begin, where that is not before the day found', () => {
    expect(due('10月中旬前', '2026-10-10')).toBe('deadline_before_ten_days 2026-10-10 2026-10-20');
    expect(due('10月中旬前', '2026-10-11')).toBe(by('2026-10-20'));
    expect(due('10月上旬前', '2026-09-08')).toBe('deadline_before_ten_days 2026-09-30 2026-10-10');
  });

  it.each([
    ['4月上旬', '2026-11-05', 'deadline_year_unsure 2026-04-10 2027-04-10'],
    ['2月下旬前', '2027-06-05', 'deadline_year_unsure 2027-02-28 2028-02-29'],
    ['二季度末', '2026-08-05', 'deadline_year_unsure 2026-06-30 2027-06-30'],
    ['二季度末', '2026-06-30', '2026-06-30'],
    ['2026年二季度末', '2026-08-05', '2026-06-30'],
  ])('%s, found on %s, may be over already: %s', (words, foundOn, expected) => {
    expect(due(words, foundOn, Number(foundOn.slice(0, 4)))).toBe(expected);
  });
});

describe('the end of a month, a quarter or a year', () => {
  it.each([
    ['月底前', '2026-02-05', '2026-02-28'],
    ['本月内', '2026-02-05', '2026-02-28'],
    ['下月底', '2026-12-05', '2027-01-31'],
    ['年底前', '2026-12-31', '2026-12-31'],
    ['年内', '2025-12-30', '2025-12-31'],
    ['今年年底', '2026-03-05', '2026-12-31'],
    ['2027年底前', null, '2027-12-31'],
    ['季度末', '2026-03-31', '2026-03-31'],
    ['本季度末', '2026-04-01', '2026-06-30'],
    ['季末前', '2026-10-01', '2026-12-31'],
    ['三季度末', '2026-03-05', '2026-09-30'],
    ['第四季度内', '2026-03-05', '2026-12-31'],
    ['一季度末', '2026-12-05', '2027-03-31'],
    ['2027年第1季度末', null, '2027-03-31'],
    ['年底', null, 'found_on_missing'],
  ])('%s, found on %s, is %s', (words, foundOn, expected) => {
    expect(due(words, foundOn)).toBe(expected);
  });

  it.each(['年前', '季度', '内', '明年底', '五季度末', '2027年季度末'])('is not meant by %s', (words) => {
    expect(due(words, '2026-03-05')).toBe('date_unreadable');
  });
});

describe('before a festival', () => {
  it.each([
    ['国庆前', '2026-08-05', '2026-09-30'],
    ['国庆节之前', '2026-09-30', '2026-09-30'],
    ['十一前', '2026-09-05', '2026-09-30'],
    ['春节前', '2026-01-05', '2026-02-14'],
    ['春节放假前', '2026-02-15', '2027-02-04'],
    ['元旦前', '2026-11-26', '2026-12-30'],
    // No notice of that year: whether the days before are worked is not known.
    ['五一前', '2027-05-01', 'deadline_open 2028-04-30'],
    ['春节前', '2027-03-01', 'deadline_open'],
    ['春节前', null, 'found_on_missing'],
  ])('%s, found on %s, is %s', (words, foundOn, expected) => {
    expect(due(words, foundOn)).toBe(expected);
  });

  it('is asked without a calendar, with the eve on offer', () => {
    const header = ['受检单位', '检查日期', '隐患描述', '等级', '整改期限'];
    const units = [{ id: 'w', name: '织造车间', shortNames: [], parentId: null, kind: 'workshop', code: null } as const];
    const sheet = givenSheet([header, ['织造车间', '2026-08-05', '配电箱无门', '车间级', '国庆前']]);
    const judged = (value?: string) => {
      const answers = answersInput.parse({ cells: value === undefined ? [] : [{ sheet: 'Sheet1', cell: 'E2', value }] });
      return planHazards([sheet], units, { today: '2026-10-10', answers }).verdicts.at(-1);
    };

    expect(judged()).toMatchObject({
      kind: 'ask',
      questions: [{ code: 'deadline_open', candidates: [{ value: '2026-09-30' }, { value: 'empty' }] }],
    });
    expect(judged('2026-09-30')).toMatchObject({ kind: 'ready', draft: { dueOn: '2026-09-30' } });
    expect(judged('empty')).toMatchObject({ kind: 'ready', draft: { dueOn: null } });
  });
});

it('a day that waits for the day found is no fault of its own', () => {
  const header = ['受检单位', '检查日期', '隐患描述', '等级', '整改期限', '完成日期', '验收日期', '是否销号'];
  const units = [{ id: 'w', name: '织造车间', shortNames: [], parentId: null, kind: 'workshop', code: null } as const];
  const row = (...days: readonly (string | null)[]) => ['织造车间', null, '配电箱无门', '车间级', ...days];
  const rows = [
    row('8日', null, null, '否'),
    row('8日内', '9日', '10日', '是'),
    row(null, '立行立改', null, '是'),
    row(null, null, null, '是'),
  ];
  const { verdicts } = planHazards([givenSheet([header, ...rows])], units, { today: '2026-10-10' });
  const codes = verdicts.flatMap((verdict) => (verdict.kind === 'wrong' ? [verdict.problems.map(({ code }) => code)] : []));

  expect(codes).toEqual([['found_on_missing'], ['found_on_missing'], ['found_on_missing'], ['found_on_missing', 'closed_without_day']]);
});
