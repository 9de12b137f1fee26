import { describe, expect, it } from 'vitest';

import { chasedBy, defaultChase } from './chase.ts';
import { type ChecklistItem, plainItem } from './checklist.ts';
import { draftChecklistInput, reading } from './checklist-inputs.ts';
import { doneRate, nothingOwed, openOf, pointRate } from './coverage.ts';
import { belongsTo, effectiveItems, nextItemCode, objectionToItems } from './library.ts';
import { occurrenceStates, stateAfter, timingOf, timings } from './occurrence.ts';

function item(code: string, over: Partial<ChecklistItem> = {}): ChecklistItem {
  return { ...plainItem, code, text: code, factor: 'material', category: 'other', ...over };
}

describe('the items of a checklist', () => {
  it('carry its code, and an extension cannot take one of its base', () => {
    expect([belongsTo('FIRE', 'FIRE-01'), belongsTo('FIRE', 'FIRE-E-01'), belongsTo('FIRE-E', 'FIRE-E-01')]).toEqual([true, false, true]);
    expect(nextItemCode('FIRE', ['FIRE-01', 'FIRE-14', 'FIRE-E-20'])).toBe('FIRE-15');
    expect(nextItemCode('FIRE', [])).toBe('FIRE-01');
  });

  it.each([
    ['none', [], 'inspections.no_items'],
    ['one of another checklist', [item('ELEC-01')], 'inspections.item_code'],
    ['one twice', [item('FIRE-01'), item('FIRE-01')], 'inspections.item_twice'],
    [
      'limits upside down',
      [item('FIRE-01', { answer: { kind: 'reading', unit: '℃', least: 5, most: 1, meter: false } })],
      'inspections.limits_upside_down',
    ],
  ])('are refused: %s', (_, items, code) => {
    expect(objectionToItems({ code: 'FIRE', isExtension: false }, items)?.code).toBe(code);
  });

  it('of an extension come after those of its base, and it may have none of its own', () => {
    expect(objectionToItems({ code: 'FIRE-E', isExtension: true }, [])).toBeNull();
    expect(effectiveItems([item('FIRE-01')], [item('FIRE-E-01')]).map(({ code }) => code)).toEqual(['FIRE-01', 'FIRE-E-01']);
  });

  it('readings have three decimals at most', () => {
    expect([0.125, 1234567.891, -0.5].every((value) => reading.safeParse(value).success)).toBe(true);
    expect([0.1234, Number.NaN, 2e9].some((value) => reading.safeParse(value).success)).toBe(false);
    expect(
      draftChecklistInput.safeParse({ checklistId: '01920000-0000-7000-8000-000000000001', version: 1, name: 'x', items: [{ code: 'a' }] })
        .success,
    ).toBe(false);
  });
});

describe('a check', () => {
  const times = { opensAt: new Date(0), dueAt: new Date(1000), missesAt: new Date(2000) };

  it.each([
    [1000, 'onTime'],
    [1001, 'late'],
    [1999, 'late'],
    [2000, 'afterMiss'],
  ] as const)('done at %d of 1000 with grace to 2000 is %s', (at, timing) => {
    expect(timingOf(times, new Date(at))).toBe(timing);
  });

  it('settles what is open or held to be missed, never what is waived, and a miss made up stays a miss', () => {
    const table = occurrenceStates.map((state) => [state, ...timings.map((timing) => stateAfter(state, timing))]);

    expect(table).toEqual([
      ['open', 'done', 'done', 'missed'],
      ['done', 'done', 'done', 'missed'],
      ['missed', 'done', 'done', 'missed'],
      ['waived', 'waived', 'waived', 'waived'],
    ]);
  });
});

it('a miss climbs from the person to the head and to the unit above, by the days that the rules set', () => {
  const told = (today: string) => chasedBy('2026-01-18', today, defaultChase);

  expect([told('2026-01-18'), told('2026-01-19'), told('2026-01-20'), told('2026-01-21')]).toEqual([
    ['person'],
    ['person', 'unitHead'],
    ['person', 'unitHead'],
    ['person', 'unitHead', 'parent'],
  ]);
});

it('coverage has no rate where nothing was owed, and what is open counts neither way', () => {
  const counts = { ...nothingOwed, owed: 10, done: 6, missed: 2, pointsOwed: 4, pointsChecked: 3 };

  expect([openOf(counts), doneRate(counts), pointRate(counts), doneRate(nothingOwed).denominator]).toEqual([
    2,
    { numerator: 6, denominator: 8 },
    { numerator: 3, denominator: 4 },
    0,
  ]);
});
