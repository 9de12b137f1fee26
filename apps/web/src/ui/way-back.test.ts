import { expect, test } from 'vitest';

import { ProblemError } from '../api/problem-error.ts';
import { goneBy, listAbove } from './way-back.ts';

const answered = (status: number) => new ProblemError({ type: 'about:blank', title: '', status, code: 'hazards.not_found' });

test('what is not there, or not for this person, is not tried again; a fault is', () => {
  expect([404, 403, 422, 409, 500, 503].map((status) => goneBy(answered(status)))).toEqual([
    'missing',
    'forbidden',
    'missing',
    null,
    null,
    null,
  ]);
  expect(goneBy(new Error('offline'))).toBeNull();
});

test('the way back leads to the list without its record, or to the nearest page above', () => {
  const isPage = (path: string) => ['/hazards', '/assessments', '/assessments/runs/0193'].includes(path);

  expect(listAbove({ pathname: '/points', search: { point: 'x' } }, isPage)).toBe('/points');
  expect(listAbove({ pathname: '/hazards/0192', search: {} }, isPage)).toBe('/hazards');
  expect(listAbove({ pathname: '/hazards', search: {} }, isPage)).toBe('/');
  expect(listAbove({ pathname: '/assessments/runs/0193/units/0194', search: {} }, isPage)).toBe('/assessments/runs/0193');
  expect(listAbove({ pathname: '/audit/trail', search: {} }, isPage)).toBe('/');
});
