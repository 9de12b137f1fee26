import { describe, expect, it } from 'vitest';

import { type Answer, objectionToAnswers, verdictOf } from './answers.ts';
import { type ChecklistItem, plainItem } from './checklist.ts';

const base = { ...plainItem, factor: 'material', category: 'other' } as const;
const door: ChecklistItem = { ...base, code: 'X-01', text: '门' };
const pressure: ChecklistItem = {
  ...base,
  code: 'X-02',
  text: '压力',
  photo: 'never',
  answer: { kind: 'reading', unit: 'MPa', least: 0.4, most: 0.8, meter: false },
};
const meter: ChecklistItem = {
  ...base,
  code: 'X-03',
  text: '电表',
  photo: 'never',
  answer: { kind: 'reading', unit: 'kWh', least: null, most: null, meter: true },
};
const always: ChecklistItem = { ...base, code: 'X-04', text: '总闸', photo: 'always', mayNotApply: false };

const good: Readonly<Record<string, Answer>> = {
  'X-01': { item: 'X-01', verdict: 'pass', photos: [] },
  'X-02': { item: 'X-02', reading: 0.6, photos: [] },
  'X-03': { item: 'X-03', reading: 120, photos: [] },
  'X-04': { item: 'X-04', verdict: 'pass', photos: ['a'] },
};
const items = [door, pressure, meter, always];
const codeWith = (over: Partial<Answer> & { item: string }, last?: ReadonlyMap<string, number>) =>
  objectionToAnswers(items, Object.values({ ...good, [over.item]: { ...good[over.item], photos: [], ...over } }), last)?.code ?? null;

describe('a reading', () => {
  it.each([
    [0.4, 'pass'],
    [0.8, 'pass'],
    [0.399, 'fail'],
    [0.801, 'fail'],
  ])('of %d between 0.4 and 0.8 is a %s, limits included', (reading, verdict) => {
    expect(verdictOf(pressure, { reading })).toBe(verdict);
  });

  it('within its limits may still be a failure, and without a value is no answer', () => {
    expect(verdictOf(pressure, { reading: 0.6, verdict: 'fail' })).toBe('fail');
    expect(verdictOf(pressure, { verdict: 'pass' })).toBeNull();
    expect(verdictOf(pressure, { verdict: 'notApplicable' })).toBe('notApplicable');
  });
});

describe('answers', () => {
  it('that are whole and good are taken', () => {
    expect(objectionToAnswers(items, Object.values(good))).toBeNull();
  });

  it('are refused while an item is unset, naming it', () => {
    const { 'X-02': _, ...rest } = good;

    expect(objectionToAnswers(items, Object.values(rest))).toEqual({
      code: 'inspections.items_unset',
      facts: { count: 1, items: 'X-02 压力' },
    });
    expect(objectionToAnswers(items, [])).toMatchObject({ facts: { count: 4 } });
  });

  it.each([
    ['a reading outside tapped as good', { item: 'X-02', verdict: 'pass', reading: 0.2 }, 'inspections.reading_outside'],
    ['a failure without its photo', { item: 'X-01', verdict: 'fail' }, 'inspections.photo_missing'],
    ['what always wants a photo without one', { item: 'X-04', verdict: 'pass' }, 'inspections.photo_missing'],
    ['what always applies as not applying', { item: 'X-04', verdict: 'notApplicable', note: '停用' }, 'inspections.always_applies'],
    ['not applying without a reason', { item: 'X-01', verdict: 'notApplicable' }, 'inspections.note_missing'],
  ] as const)('are refused: %s', (_, over, code) => {
    expect(codeWith(over)).toBe(code);
  });

  it.each([
    ['a failure with its photo', { item: 'X-01', verdict: 'fail', photos: ['b'] }],
    ['a reading outside as a failure', { item: 'X-02', reading: 0.2 }],
    ['a gauge that is out of order, with a reason', { item: 'X-02', verdict: 'notApplicable', note: '表坏' }],
  ] as const)('are taken: %s', (_, over) => {
    expect(codeWith(over)).toBeNull();
  });

  it('a meter that runs backwards needs a word on it', () => {
    const last = new Map([['X-03', 121]]);

    expect(codeWith({ item: 'X-03', reading: 120 }, last)).toBe('inspections.meter_backwards');
    expect(codeWith({ item: 'X-03', reading: 120, note: '换表' }, last)).toBeNull();
    expect(codeWith({ item: 'X-03', reading: 121 }, last)).toBeNull();
  });

  it('to what is not asked, or twice to the same, are refused', () => {
    expect(codeWith({ item: 'X-09', verdict: 'pass' })).toBe('inspections.item_unknown');
    expect(objectionToAnswers(items, [...Object.values(good), { item: 'X-01', verdict: 'fail', photos: [] }])).toEqual({
      code: 'inspections.item_twice',
      facts: { item: 'X-01' },
    });
  });
});
