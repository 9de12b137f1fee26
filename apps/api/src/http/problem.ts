import { Refusal, type RefusalKind } from '@changming/application/context';
import type { Problem } from '@changming/contract/problem';
import { sentenceFor } from '@changming/phrases';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ZodError } from 'zod';

import type { ApiEnv } from './env.ts';

const statusOf = {
  missing: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  unknown: 401,
  limited: 429,
} as const satisfies Record<RefusalKind, number>;

/** Codes of the request itself that HTTP has its own status for. */
const requestStatus: Readonly<Record<string, number>> = {
  'request.malformed': 400,
  'request.too_large': 413,
  'request.not_json': 415,
  'request.precondition_required': 428,
  'request.stale': 412,
  'request.busy': 503,
};

/** The one place where an error becomes HTTP. Faults are logged with their cause and shown without it. */
export function toProblem(error: unknown, c: Context<ApiEnv>): Response {
  const language = c.get('language') ?? 'zh-CN';
  if (error instanceof Refusal) {
    const status = requestStatus[error.code] ?? statusOf[error.kind];
    return send(c, { status, code: error.code, title: sentenceFor(error.code, error.facts, language) });
  }
  if (error instanceof ZodError) return toInvalid(error, c);
  if (error instanceof HTTPException) {
    const code = error.status === 400 ? 'request.malformed' : 'request.invalid';
    return send(c, { status: error.status, code, title: sentenceFor(code, {}, language) });
  }
  if (isBusy(error)) return send(c, { status: 503, code: 'request.busy', title: sentenceFor('request.busy', {}, language) });
  c.get('log').error({ err: error, path: c.req.path, method: c.req.method }, 'unhandled fault');
  return send(c, { status: 500, code: 'fault', title: sentenceFor('fault', {}, language) });
}

/** A request that does not fit its contract: each wrong field by its JSON pointer. */
export function toInvalid(error: ZodError, c: Context<ApiEnv>): Response {
  const errors = error.issues.map((issue) => ({ pointer: `#/${issue.path.map(String).join('/')}`, detail: issue.message }));
  return send(c, { status: 422, code: 'request.invalid', title: sentenceFor('request.invalid', {}, c.get('language')), errors });
}

/** The server is away or full: nothing was done, and the same request may be sent again. */
function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    /^(08|57P|53|55P03|40P01|40001|ECONN|ENOENT|EPIPE)/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
  );
}

function send(c: Context<ApiEnv>, body: Omit<Problem, 'type' | 'instance'>): Response {
  const full: Problem = { type: `/problems/${body.code}`, instance: c.req.path, ...body };
  const retry = body.status === 429 || body.status === 503 ? { 'retry-after': '5' } : {};
  return new Response(JSON.stringify(full), {
    status: body.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...retry },
  });
}
