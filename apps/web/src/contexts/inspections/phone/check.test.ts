import { shippedChecklists } from '@changming/domain/inspections';
import { describe, expect, test } from 'vitest';

import {
  type Check,
  countsOf,
  givenTo,
  type Item,
  newCheck,
  performOf,
  readingOf,
  settled,
  type Task,
  unsetItems,
  withGiven,
  wrongWith,
} from './check.ts';

const pump = shippedChecklists.find(({ code }) => code === 'PUMP');
const items = (pump?.items ?? []).map((each) => ({ ...each, clauseIds: [...each.clauseIds] }));
const photo = { id: 'ph-1', sha256: 'a'.repeat(64), takenAt: '2026-03-05T08:00:00Z' } as Check['given'][number]['photos'][number];

function givenCheck(): Check {
  const task = {
    id: 'o-1',
    plan: '泵房每日点检',
    unit: '动力科',
    unitId: 'u-1',
    point: '消防泵房',
    lastReadings: [{ item: 'PUMP-06', reading: 0.42 }],
  };
  const checklist = { versionId: 'v-3', code: 'PUMP', name: '消防泵房', nameEn: null, number: 3, items };
  return newCheck(
    { task: task as unknown as Task, checklist, begun: { by: 'plate', code: 'ABCDE23456' }, ownerId: 'a-1' },
    Date.UTC(2026, 2, 5, 8),
  );
}

function item(code: string): Item {
  const found = items.find((each) => each.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

const said = (check: Check, code: string, more: object) => withGiven(check, { ...givenTo(check, code), ...more });

describe('a check on the phone', () => {
  test('begins with every item unset and the last readings at hand', () => {
    const check = givenCheck();

    expect(unsetItems(check)).toHaveLength(12);
    expect(check.last).toEqual({ 'PUMP-06': 0.42 });
  });

  test.each([
    ['0.42', 0.42],
    [' 0,42 ', 0.42],
    ['-5', -5],
    ['', undefined],
    ['0.4234', undefined],
    ['约0.4', undefined],
  ])('reads the number typed as “%s”', (typed, reading) => {
    expect(readingOf(typed)).toBe(reading);
  });

  test('lets the number decide, and a failure be said of a number that is good', () => {
    const gauge = item('PUMP-06');
    const typed = (text: string) => givenTo(said(givenCheck(), 'PUMP-06', { typed: text }), 'PUMP-06');

    expect(settled(gauge, typed('0.3'))).toBe('pass');
    expect(settled(gauge, typed('0.05'))).toBe('fail');
    expect(settled(gauge, { ...typed('0.3'), verdict: 'fail' })).toBe('fail');
    expect(settled(gauge, typed(''))).toBeNull();
  });

  test('asks for a photo of a failure and for a word where something does not apply', () => {
    const failed = { ...givenTo(givenCheck(), 'PUMP-02'), verdict: 'fail' as const };
    const skipped = { ...failed, verdict: 'notApplicable' as const };

    expect(wrongWith(item('PUMP-02'), failed, {})).toBe('inspections.photo_missing');
    expect(wrongWith(item('PUMP-02'), { ...failed, photos: [photo] }, {})).toBeNull();
    expect(wrongWith(item('PUMP-02'), skipped, {})).toBe('inspections.note_missing');
    expect(wrongWith(item('PUMP-02'), { ...skipped, note: '单电源' }, {})).toBeNull();
  });

  test('sends what was answered in the order of answering, and only failures as hazards', () => {
    let check = said(givenCheck(), 'PUMP-06', { typed: '0.35' });
    check = said(check, 'PUMP-01', { verdict: 'fail', photos: [photo], hazardId: 'h-1' });
    check = said(check, 'PUMP-06', { typed: '0.36' });
    check = said(check, 'PUMP-03', { verdict: 'pass', hazardId: 'h-2' });

    const sent = performOf({ ...check, doneAt: Date.UTC(2026, 2, 5, 8, 6) });

    expect(sent.answers).toEqual([
      { item: 'PUMP-06', reading: 0.36, photos: [] },
      { item: 'PUMP-01', verdict: 'fail', photos: [photo.sha256], hazard: { id: 'h-1' } },
      { item: 'PUMP-03', verdict: 'pass', photos: [] },
    ]);
    expect(sent).toMatchObject({
      occurrenceId: 'o-1',
      versionId: 'v-3',
      plateCode: 'ABCDE23456',
      doneAt: '2026-03-05T08:06:00.000Z',
      again: false,
    });
    expect(countsOf(check)).toEqual({ pass: 2, fail: 1, notApplicable: 0 });
  });
});
