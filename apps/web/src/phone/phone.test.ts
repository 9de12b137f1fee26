import { expect, test, vi } from 'vitest';

import { matchPath } from './match-path.ts';

vi.stubGlobal('localStorage', { getItem: () => null });
const { sentence } = await import('./words.ts');

test('the link on a plate carries the code of its point', () => {
  expect(matchPath('/m/p/:code', '/m/p/A-17%E5%8F%B7')).toEqual({ code: 'A-17号' });
});

test.each([
  ['/m', '/m/tasks'],
  ['/m/p/:code', '/m/p/'],
  ['/m/p/:code', '/m/p/a/b'],
])('the page %s is not %s', (pattern, path) => {
  expect(matchPath(pattern, path)).toBeNull();
});

test('a broken code does not break the page', () => {
  expect(matchPath('/m/p/:code', '/m/p/%E5%')).toEqual({ code: '%E5%' });
});

test('a sentence takes its values, and a key without a sentence shows itself', () => {
  const words = { phone: { staffNo: '工号 {{no}}' } };

  expect(sentence(words, 'phone.staffNo', { no: 12 })).toBe('工号 12');
  expect(sentence(words, 'phone.nothing', {})).toBe('phone.nothing');
});
