import { expect, test } from 'vitest';

import { en, zhCN } from './languages.ts';
import { periodName } from './period-name.ts';
import { sentenceFor } from './sentence.ts';

test.each([
  ['2026Q3', '2026年第三季度'],
  ['2026H2', '2026年下半年'],
  ['2026-08', '2026年8月'],
  ['2026', '2026年'],
  ['quarter', 'quarter'],
])('%s is %s', (code, said) => {
  expect(periodName(zhCN, code)).toBe(said);
});

test('a refusal names the period in words, in either language', () => {
  expect(sentenceFor('assessments.already_run', { period: '2026Q3' })).toMatch(/^2026年第三季度已经计算过/u);
  expect(sentenceFor('assessments.already_run', { period: '2026Q3' }, 'en')).toContain(periodName(en, '2026Q3'));
  expect(sentenceFor('assessments.already_run', { period: '2026Q3' }, 'en')).not.toContain('2026Q3');
});
