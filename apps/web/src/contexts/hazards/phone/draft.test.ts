import { expect, test } from 'vitest';

import type { PhonePhoto } from '../../../phone/photos/prepare-photo.ts';
import { isBlankReport, isBlankWork, newReport, newWork, said, withPhoto } from './draft.ts';
import { fenOf } from './fen-of.ts';

function givenPhoto(sha256: string): PhonePhoto {
  return { id: sha256, sha256, bytes: 1, takenAt: '2026-01-20T01:58:00.000Z' };
}

test('the same picture taken into a report twice is declared once', () => {
  const photos = withPhoto(withPhoto([], givenPhoto('a')), givenPhoto('a'));

  expect(withPhoto(photos, givenPhoto('b')).map(({ sha256 }) => sha256)).toEqual(['a', 'b']);
});

test('chips and words become one sentence, and nothing said is nothing sent', () => {
  expect(said(['已清理', '已教育'], ' 当班完成 ')).toBe('已清理；已教育；当班完成');
  expect(said([], '  ')).toBeUndefined();
});

test.each([
  ['1,200.5', 120_050],
  ['0', 0],
  ['19.99', 1999],
  ['', null],
  ['约三百', null],
  ['1.005', null],
  ['-3', null],
])('%s 元 typed on the phone is %s 分', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen);
});

test('only a report or a 报验 in which nothing stands yet may be forgotten', () => {
  const photo = { id: 'p', sha256: 'a', bytes: 1, takenAt: '2026-03-05T08:00:00Z' };
  const report = newReport({ id: 'r', ownerId: null, place: { by: 'unit', unitId: 'u', name: '泵房' }, secret: 's' });
  expect(isBlankReport(report)).toBe(true);
  const filled = [
    { photos: [photo] },
    { after: [photo] },
    { text: '漏' },
    { detail: '东' },
    { measures: ['x'] },
    { category: 'fireEquipment' },
  ] as const;
  for (const each of filled) expect(isBlankReport({ ...report, ...each })).toBe(false);

  const work = newWork({ kind: 'lookBack', hazardId: 'h', number: 'H-1', start: false, ownerId: 'a' });
  expect(isBlankWork({ ...work, text: ' ' })).toBe(true);
  for (const each of [
    { photos: [photo] },
    { before: [photo] },
    { beforeLack: '已改好' },
    { text: '好' },
    { cost: '3' },
    { measures: ['x'] },
    { relapsed: false },
  ])
    expect(isBlankWork({ ...work, ...each })).toBe(false);
});
