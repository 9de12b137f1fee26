import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../kernel/index.ts';
import {
  climbs,
  defaultEscalation,
  defaultLadder,
  earliestRung,
  type EscalationDays,
  ladderOf,
  type Reminder,
  reminders,
  rungAt,
  tellingsOwed,
} from './escalation.ts';

const due = { sinceOn: '2026-02-02', dueOn: '2026-02-10' };
const told = (today: string, over: Partial<typeof due> = {}) =>
  tellingsOwed({ ...due, ...over }, today).map(({ on, tells }) => `${on} ${tells}`);

describe('the ladder', () => {
  it('reminds the person before and on the day, then climbs to headquarters', () => {
    expect(told('2026-03-31')).toEqual([
      '2026-02-07 person',
      '2026-02-09 person',
      '2026-02-10 person',
      '2026-02-11 person',
      '2026-02-13 unitHead',
      '2026-02-17 parent',
      '2026-02-25 headquarters',
    ]);
  });

  it('owes each rung from its very day', () => {
    expect(told('2026-02-12')).not.toContain('2026-02-13 unitHead');
    expect(told('2026-02-13')).toContain('2026-02-13 unitHead');
  });

  it('does not remind of what lay before the beginning', () => {
    expect(told('2026-02-10', { sinceOn: '2026-02-10' })).toEqual(['2026-02-10 person']);
  });

  it('knows the rung reached after so many days', () => {
    const tells = [-10, -3, 0, 2, 3, 6, 7, 14, 15, 400].map((days) => rungAt(days)?.tells ?? null);

    expect(tells).toEqual([null, 'person', 'person', 'person', 'unitHead', 'unitHead', 'parent', 'parent', 'headquarters', 'headquarters']);
  });

  it('climbs: no later rung tells somebody lower, and no day has two', () => {
    expect(climbs(defaultLadder)).toBe(true);
    expect(
      climbs([
        { days: 1, tells: 'parent' },
        { days: 3, tells: 'unitHead' },
      ]),
    ).toBe(false);
    expect(
      climbs([
        { days: 1, tells: 'person' },
        { days: 1, tells: 'unitHead' },
      ]),
    ).toBe(false);
    expect(climbs([])).toBe(true);
  });

  const daysOf = (reminder: Reminder, days: EscalationDays = defaultEscalation[reminder]) =>
    ladderOf(reminder, days).map((rung) => `${rung.days} ${rung.tells}`);

  it('of each thing that is owed has its own rungs', () => {
    expect(Object.fromEntries(reminders.map((each) => [each, daysOf(each)]))).toEqual({
      deadline: ['-3 person', '-1 person', '0 person', '1 person', '3 unitHead', '7 parent', '15 headquarters'],
      triage: ['0 person', '2 unitHead', '5 parent'],
      acceptance: ['0 person', '1 person', '3 unitHead', '7 parent'],
      majorUnanswered: ['0 person', '1 parent', '3 headquarters'],
      lookBack: ['-7 person', '-1 person', '1 headquarters', '15 headquarters'],
      progress: ['0 person', '1 unitHead', '3 headquarters'],
    });
    for (const each of reminders) expect(earliestRung(each)).toBe(ladderOf(each, {})[0]?.days);
  });

  it('climbs sooner where a rule says so, always a day apart', () => {
    const atOnce = ['-3 person', '-1 person', '0 person', '1 unitHead', '2 parent', '3 headquarters'];

    expect(daysOf('deadline', { unitHead: 1, parent: 1, headquarters: 1 })).toEqual(atOnce);
    expect(daysOf('deadline', { unitHead: 0, parent: 0, headquarters: 0 })).toEqual(atOnce);
    expect(daysOf('deadline', { unitHead: 2, parent: 3, headquarters: 3 }).slice(-4)).toEqual([
      '1 person',
      '2 unitHead',
      '3 parent',
      '4 headquarters',
    ]);
    expect(daysOf('lookBack', { headquarters: 0 })).toEqual(['-7 person', '-1 person', '1 headquarters', '15 headquarters']);
    expect(daysOf('lookBack', { headquarters: 30 }).slice(-2)).toEqual(['30 headquarters', '44 headquarters']);
  });

  it('climbs whatever the rules say', () => {
    const days = fc.nat(400);
    const above = fc.record({ unitHead: days, parent: days, headquarters: days }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.constantFrom(...reminders), above, (reminder, said) => {
        expect(climbs(ladderOf(reminder, said))).toBe(true);
      }),
    );
  });

  it('tells the same whether the worker woke every day or only once in a while', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40), { minLength: 1 }), (awake) => {
        const days = [...awake, 40].toSorted((a, b) => a - b).map((n) => addDays(due.sinceOn, n));
        const seen = new Set(days.flatMap((today) => tellingsOwed(due, today).map(({ days: rung }) => rung)));

        expect([...seen]).toEqual(tellingsOwed(due, addDays(due.sinceOn, 40)).map(({ days: rung }) => rung));
      }),
    );
  });
});
