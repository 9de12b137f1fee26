import { expect, test } from 'vitest';

import { noticeSentence } from './notice-sentence.ts';
import { categories } from './zh-CN/hazards/causes.ts';
import { abouts } from './zh-CN/notices.ts';

const closed = abouts['hazards.closed'] ?? '';

test.each([
  [{ no: 'H-2026-000001', title: '通道堵塞', category: 'exits' }, '隐患 H-2026-000001“通道堵塞”已销号'],
  [{ no: 'H-2026-000001', title: '', category: 'exits' }, '隐患 H-2026-000001“通道出口”已销号'],
  [{ no: 'H-2026-000001', title: '' }, '隐患 H-2026-000001已销号'],
])('a notice calls a hazard by its words, else by its category, else by its number alone', (facts, sentence) => {
  expect(noticeSentence(closed, facts, categories)).toBe(sentence);
});
