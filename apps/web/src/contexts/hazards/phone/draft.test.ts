import { expect, test } from 'vitest';

import type { PhonePhoto } from '../../../phone/photos/prepare-photo.ts';
import { said, withPhoto } from './draft.ts';
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
