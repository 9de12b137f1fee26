import { describe, expect, test } from 'vitest';

import { clauseChoices } from './clause-choices.ts';

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
