import { plainItem } from '@changming/domain/inspections';
import { expect, test } from 'vitest';

import type { CheckResult } from '../check-queries.ts';
import { answersOf, choicesOf, initialOf } from './correct-values.ts';

const plain = { ...plainItem, code: 'PUMP-01', text: '控制柜自动', factor: 'material', category: 'fireEquipment' };
const gauge = { ...plain, code: 'PUMP-02', answer: { kind: 'reading', unit: 'MPa', least: 0.4, most: 0.8, meter: false } };

function resultOf(first: object, second: object): CheckResult {
  const said = { note: null, reading: null, photos: [], failure: null };
  const answers = [
    { ...said, item: 'PUMP-01', order: 2, ...first },
    { ...said, item: 'PUMP-02', order: 1, ...second },
  ];
  return { checklist: { items: [plain, gauge] }, answers } as unknown as CheckResult;
}

test('a reading outside its limits that is put right is good again: no old 异常 stays with it', () => {
  const result = resultOf({ verdict: 'pass' }, { verdict: 'fail', reading: 0.2 });
  const before = initialOf(result);

  expect(before['PUMP-02']).toMatchObject({ verdict: 'byReading', reading: 0.2 });
  const sent = answersOf(result, { ...before, 'PUMP-02': { ...before['PUMP-02'], reading: 0.6 } });
  expect(sent).toEqual([
    { item: 'PUMP-02', photos: [], reading: 0.6 },
    { item: 'PUMP-01', photos: [], verdict: 'pass' },
  ]);
});

test('a fault that the gauge does not show was said by hand, and stays until it is taken back', () => {
  const result = resultOf({ verdict: 'fail', note: '漏油', photos: [{ sha256: 'a' }] }, { verdict: 'fail', reading: 0.6 });
  const before = initialOf(result);

  expect(answersOf(result, before)).toEqual([
    { item: 'PUMP-02', photos: [], verdict: 'fail', reading: 0.6 },
    { item: 'PUMP-01', photos: ['a'], verdict: 'fail', note: '漏油' },
  ]);
  const back = answersOf(result, {
    ...before,
    'PUMP-01': { verdict: 'pass', note: ' ' },
    'PUMP-02': { verdict: 'byReading', reading: 0.6 },
  });
  expect(back).toEqual([
    { item: 'PUMP-02', photos: [], reading: 0.6 },
    { item: 'PUMP-01', photos: ['a'], verdict: 'pass' },
  ]);
});

test('what does not apply has no reading; the limits themselves are good', () => {
  const skipped = resultOf({ verdict: 'pass' }, { verdict: 'notApplicable', reading: null, note: '停用' });
  expect(answersOf(skipped, initialOf(skipped))[0]).toEqual({ item: 'PUMP-02', photos: [], verdict: 'notApplicable', note: '停用' });
  expect(initialOf(resultOf({ verdict: 'pass' }, { verdict: 'fail', reading: 0.4 }))['PUMP-02']?.verdict).toBe('fail');
  const items = skipped.checklist.items.map((item) => ({ ...item, mayNotApply: true }));
  expect(items.map((item) => choicesOf(item))).toEqual([
    ['pass', 'fail', 'notApplicable'],
    ['byReading', 'fail', 'notApplicable'],
  ]);
});
