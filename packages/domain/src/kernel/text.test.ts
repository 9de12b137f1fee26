import { expect, it } from 'vitest';

import { keyOf, text } from './text.ts';

it('refuses what cannot be stored', () => {
  expect(text(10).safeParse('a\u0000b').success).toBe(false);
  expect(text(10).safeParse('\ud800').success).toBe(false);
  expect(text(10).safeParse('   ').success).toBe(false);
  expect(text(3).safeParse('一二三四').success).toBe(false);
  expect(text(3).parse(' 缝制 ')).toBe('缝制');
});

it('leaves out what nobody sees', () => {
  expect(text(10).parse('验收\u200b测试\u202e厂\ufeff')).toBe('验收测试厂');
  expect(text(10).safeParse('\u202e').success).toBe(false);
});

it('meets look-alike spellings under one key', () => {
  expect(keyOf('Ａ1\u200b 车间')).toBe(keyOf('a1车间'));
  expect(keyOf('一车间')).not.toBe(keyOf('二车间'));
});
