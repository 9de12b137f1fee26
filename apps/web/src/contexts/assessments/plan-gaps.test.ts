import { expect, it } from 'vitest';

import { lacksPlan, majorsFallenShort } from './plan-gaps.ts';
import type { Explanation } from './queries.ts';

type Line = Explanation['lines'][number];

const d3 = (notInTime: number, facts: Record<string, string> = { inTime: '0', late: '0' }): Pick<Line, 'line' | 'receipts'> => ({
  line: { facts } as Line['line'],
  receipts: { notInTime: { count: notInTime, print: '' } },
});

it('a major without its five commitments is named, whether or not it was handed in by its deadline', () => {
  const major = { level: 'major', planComplete: false, dueOn: '2026-08-20', submittedOn: '2026-08-18' };
  expect(lacksPlan({ table: 'hazards', facts: major })).toBe(true);
  expect(lacksPlan({ table: 'hazards', facts: { ...major, planComplete: true } })).toBe(false);
  expect(lacksPlan({ table: 'hazards', facts: { ...major, level: 'unit' } })).toBe(false);
  expect(lacksPlan({ table: 'lookBacks', facts: major })).toBe(false);
});

it('the records are asked only where a major did not count whole', () => {
  expect(majorsFallenShort(d3(2))).toBe('notInTime');
  expect(majorsFallenShort(d3(0))).toBeNull();
  expect(majorsFallenShort(d3(2, {}))).toBeNull();
});
