import { expect, test } from 'vitest';

import { ProblemError } from '../api/problem-error.ts';
import { fieldPathOf, fieldProblemsOf } from './problem-fields.ts';

test.each([
  ['#/name', ['name']],
  ['#/units/0/name', ['units', 0, 'name']],
  ['/a~1b/~0c', ['a/b', '~c']],
  ['#/%E5%90%8D', ['名']],
  ['#', []],
])('the pointer %s names the field %j', (pointer, path) => {
  expect(fieldPathOf(pointer)).toEqual(path);
});

test('two sentences about one field stand together', () => {
  const errors = [
    { pointer: '#/next', detail: '至少 8 位' },
    { pointer: '#/next', detail: '不能与工号相同' },
    { pointer: '#/current', detail: '密码不对' },
  ];
  const refused = new ProblemError({ type: 'about:blank', title: '提交的内容有误', status: 422, code: 'request.invalid', errors });

  expect(fieldProblemsOf(refused)).toEqual([
    { name: ['next'], errors: ['至少 8 位', '不能与工号相同'] },
    { name: ['current'], errors: ['密码不对'] },
  ]);
});

test('what is not a refusal names no field', () => {
  expect(fieldProblemsOf(new Error('?'))).toEqual([]);
});
