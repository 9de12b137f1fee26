import type { CheckResult } from '@changming/contract/inspections/results';
import { plainItem } from '@changming/domain/inspections';
import { expect, test } from 'vitest';

import { correctOf, isBlank, newCorrection, objectionTo, photosTaken, withAnswer, withPhoto } from './correction.ts';

const plain = { ...plainItem, clauseIds: [], textEn: null, guide: null, measureId: null };
const item = { ...plain, code: 'QPUMP-01', text: '控制柜自动', factor: 'material', category: 'fireEquipment' };
const gauge = { kind: 'reading', unit: 'MPa', least: 0.4, most: 0.8, meter: false };
const items = [item, { ...item, code: 'QPUMP-02', answer: gauge, photo: 'never' }];

function resultOf(first: object, second: object): CheckResult {
  const said = { note: null, reading: null, photos: [], failure: null };
  const answers = [
    { ...said, item: 'QPUMP-01', order: 2, ...first },
    { ...said, item: 'QPUMP-02', order: 1, ...second },
  ];
  const occurrence = { point: '一号泵房', plan: '日查', unitId: 'u' };
  return { id: 'r', occurrence, checklist: { items }, answers, note: null } as unknown as CheckResult;
}
const photo = { sha256: 'a'.repeat(64), evidenceId: 'e' };

test('begins with the answers as they were, in their order; what the gauge said by itself was not tapped', () => {
  const { given } = newCorrection(resultOf({ verdict: 'fail', photos: [photo] }, { verdict: 'fail', reading: 0.2 }), 'me');
  expect(given.map(({ item: code, verdict, typed }) => [code, verdict, typed])).toEqual([
    ['QPUMP-02', null, '0.2'],
    ['QPUMP-01', 'fail', ''],
  ]);
  const inside = newCorrection(resultOf({ verdict: 'pass' }, { verdict: 'fail', reading: 0.6 }), 'me');
  expect(inside.given[0]?.verdict).toBe('fail');
});

test('names the photos that the server has, and sends none of them again', () => {
  const correction = newCorrection(resultOf({ verdict: 'fail', photos: [photo] }, { verdict: 'pass', reading: 0.6 }), 'me');
  expect(photosTaken(correction)).toEqual([]);
  expect(correctOf(correction).answers.find(({ item: code }) => code === 'QPUMP-01')?.photos).toEqual([photo.sha256]);
});

test('is not handed in without a reason, nor with an item open', () => {
  const whole = newCorrection(resultOf({ verdict: 'pass' }, { verdict: 'pass', reading: 0.6 }), 'me');
  expect(objectionTo(whole)).toBe('reason');
  expect(objectionTo({ ...whole, reason: '看错了' })).toBeNull();
  const open = { ...whole, reason: '看错了', given: whole.given.filter(({ item: code }) => code !== 'QPUMP-01') };
  expect(objectionTo(open)).toMatchObject({ item: { code: 'QPUMP-01' } });
});

test('is blank until an answer is changed, a photo taken or a reason written', () => {
  const whole = newCorrection(resultOf({ verdict: 'pass' }, { verdict: 'pass', reading: 0.6 }), 'me');
  const [first] = whole.given;
  const taken = { id: 'p', sha256: 'b'.repeat(64), bytes: 9, takenAt: '' };

  expect(isBlank(whole)).toBe(true);
  expect(isBlank({ ...whole, reason: '看错了' })).toBe(false);
  expect(isBlank(first === undefined ? whole : withAnswer(whole, { ...first, typed: '0.5' }))).toBe(false);
  const twice = withPhoto(withPhoto(whole, 'QPUMP-01', taken), 'QPUMP-01', taken);
  expect([isBlank(twice), photosTaken(twice).length]).toEqual([false, 1]);
});

test('says when it was handed in, whenever it is sent; one from before that was kept says when it was begun', () => {
  const begun = newCorrection(resultOf({ verdict: 'pass' }, { verdict: 'pass', reading: 0.6 }), 'me', Date.UTC(2026, 0, 20, 2));

  expect(correctOf({ ...begun, doneAt: Date.UTC(2026, 0, 20, 3) }).correctedAt).toBe('2026-01-20T03:00:00.000Z');
  expect(correctOf(begun).correctedAt).toBe('2026-01-20T02:00:00.000Z');
});
