import { expect, test } from 'vitest';

import { ProblemError } from '../api/problem-error.ts';
import { fieldProblemsOf } from './problem-fields.ts';
import { refusedAt } from './refused-at.ts';

const taken = new ProblemError({ type: '/problems/units.code_taken', title: '单位代码已被使用', status: 409, code: 'units.code_taken' });

test('a refusal that a field caused is said at that field', () => {
  expect(fieldProblemsOf(refusedAt(taken, { 'units.code_taken': 'code' }))).toEqual([{ name: ['code'], errors: ['单位代码已被使用'] }]);
});

test('a refusal that no field caused stays above the form', () => {
  expect(fieldProblemsOf(refusedAt(taken, { 'units.name_taken': 'name' }))).toEqual([]);
});

test('a failure that is no refusal is left as it is', () => {
  const broken = new TypeError('broken');
  expect(refusedAt(broken, { 'units.code_taken': 'code' })).toBe(broken);
});
