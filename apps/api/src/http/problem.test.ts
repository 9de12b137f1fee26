import { Hono } from 'hono';
import { expect, it } from 'vitest';

import type { ApiEnv } from './env.ts';
import { toProblem } from './problem.ts';

const told: string[] = [];

function answerTo(code: string): Promise<Response> {
  const app = new Hono<ApiEnv>();
  app.onError(toProblem);
  app.use(async (c, next) => {
    c.set('log', { error: (_what: object, fault: string) => told.push(fault) } as never);
    await next();
  });
  app.get('/', () => {
    throw Object.assign(new Error('refused by the database'), { code });
  });
  return Promise.resolve(app.request('/'));
}

it.each(['22003', '22007', '22008', '22009'])(
  'a value that no column holds (%s) is the caller’s, and noted as a gap in the form',
  async (code) => {
    told.length = 0;

    const answer = await answerTo(code);

    expect([answer.status, ((await answer.json()) as { code: string }).code, told.length]).toEqual([422, 'request.invalid', 1]);
  },
);

it('what the program itself got wrong stays a fault', async () => {
  expect((await answerTo('42703')).status).toBe(500);
});
