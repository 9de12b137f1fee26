import { describe, expect, test } from 'vitest';

import { clauseChoices, isClauseCode } from './clause-choices.ts';

const found = [
  { code: 'FL-28', title: '保持疏散通道畅通' },
  { code: 'LZ-1', title: '集团制度' },
  { code: 'LZ-1', title: '集团制度（修订）' },
];

describe('the clauses to choose from', () => {
  test('are named as people cite them, each code once', () => {
    expect(clauseChoices(found, 'zh-CN')).toEqual([
      { value: 'FL-28', label: '消防法第28条', about: '保持疏散通道畅通' },
      { value: 'LZ-1', label: 'LZ-1', about: '集团制度' },
    ]);
  });
});

test('what is typed counts as a code only where it looks like one, so that words to search by never become one', () => {
  for (const code of ['AQSCF-21-1', 'FL-28', 'GBT13869-5.1.1', ' xff-28 ']) expect(isClauseCode(code)).toBe(true);
  for (const words of ['', '灭火器', '消防法第28条', 'FL', 'FL-', '28']) expect(isClauseCode(words)).toBe(false);
});
