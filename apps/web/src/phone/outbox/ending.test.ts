import { expect, test } from 'vitest';

import { NetworkError, ProblemError } from '../../api/problem-error.ts';
import { PhotoLost } from './deliver.ts';
import { endingOf } from './ending.ts';

const problem = (status: number, code: string, over: object = {}) =>
  new ProblemError({ type: `/problems/${code}`, title: '该隐患已销号', status, code, ...over });

test.each([
  ['a line that broke', new NetworkError('x'), 'line'],
  ['a session that ended', problem(401, 'access.not_signed_in'), 'signedOut'],
  ['too many requests', problem(429, 'hazards.too_many_tries'), 'busy'],
  ['a server that is being restarted', problem(503, 'server.busy'), 'busy'],
  ['a fault of the server', problem(500, 'server.fault'), 'fault'],
  ['a fault of this program', new TypeError('x'), 'fault'],
])('after %s it is tried again by itself', (_, error, because) => {
  expect(endingOf(error)).toEqual({ type: 'stopped', because });
});

test('what the API refuses is kept with its sentence', () => {
  expect(endingOf(problem(409, 'hazards.wrong_stage'))).toEqual({ type: 'refused', code: 'hazards.wrong_stage', said: '该隐患已销号' });
  const fields = {
    errors: [
      { pointer: '#/text', detail: '文字太长' },
      { pointer: '#/place', detail: '位置太长' },
    ],
  };
  expect(endingOf(problem(422, 'request.invalid', fields))).toMatchObject({ said: '文字太长；位置太长' });
  expect(endingOf(new PhotoLost('p'))).toMatchObject({ type: 'refused', code: 'photo_lost' });
});
