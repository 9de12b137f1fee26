import { InvalidInput, Refusal, type RefusalKind } from '@changming/application/context';
import type { Problem } from '@changming/contract/problem';
import { fieldSentence, sentenceFor } from '@changming/phrases';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ZodError } from 'zod';

import type { ApiEnv } from './env.ts';

const statusOf = {
  missing: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  unknown: 401,
  limited: 429,
} as const satisfies Record<RefusalKind, number>;

/** Codes of the request itself that HTTP, or the protocol on top of it, has its own status for. */
const requestStatus: Readonly<Record<string, number>> = {
  'request.malformed': 400,
  'access.sso_logout_refused': 400,
  'request.too_large': 413,
  'request.not_json': 415,
  'request.precondition_required': 428,
  'request.stale': 412,
  'request.busy': 503,
};

/** The one place where an error becomes HTTP. Faults are logged with their cause and shown without it. */
export function toProblem(error: unknown, c: Context<ApiEnv>): Response {
  if (error instanceof InvalidInput) return toInvalid(error.cause, error.given, c);
  const { status, code, facts, fault } = said(error);
  if (fault !== undefined) c.get('log').error({ err: error, path: c.req.path, method: c.req.method }, fault);
  return send(c, { status, code, title: sentenceFor(code, facts, c.get('language') ?? 'zh-CN') });
}

type Said = { readonly status: number; readonly code: string; readonly facts?: Refusal['facts']; readonly fault?: string };

function said(error: unknown): Said {
  if (error instanceof Refusal) return { status: requestStatus[error.code] ?? statusOf[error.kind], code: error.code, facts: error.facts };
  if (error instanceof HTTPException) return { status: error.status, code: error.status === 400 ? 'request.malformed' : 'request.invalid' };
  return saidByDatabase(error) ?? { status: 500, code: 'fault', fault: 'unhandled fault' };
}

/** What the database would not do, where that is no fault, or not that of the program alone. */
function saidByDatabase(error: unknown): Said | null {
  if (isUnstorable(error)) return { status: 422, code: 'request.invalid' };
  if (isOutOfRange(error))
    return { status: 422, code: 'request.invalid', fault: 'a form let a number or time through that no column holds' };
  if (isBusy(error)) return { status: 503, code: 'request.busy' };
  if (isWalledOff(error)) return { status: 403, code: 'access.not_permitted', fault: 'row-level security refused what a verb let through' };
  return null;
}

/** What was given does not fit its contract: each wrong field by its JSON pointer. */
export function toInvalid(error: ZodError, given: unknown, c: Context<ApiEnv>): Response {
  const language = c.get('language') ?? 'zh-CN';
  const errors = error.issues.map((issue) => ({
    pointer: `#/${issue.path.map(String).join('/')}`,
    detail: fieldSentence(issue, given, language),
  }));
  return send(c, { status: 422, code: 'request.invalid', title: sentenceFor('request.invalid', {}, language), errors });
}

/** The server is away or full: nothing was done, and the same request may be sent again. */
function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    /^(08|57P|53|55P03|40P01|40001|ECONN|ENOENT|EPIPE)/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated|is not queryable/.test(error.message)
  );
}

/** Text that no column can hold (U+0000) got past a form that should have said so. */
function isUnstorable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '22021' || error.code === '22P05');
}

/** Numbers too large, times that no calendar has: nothing was done, and the form that let them through is at fault. */
function isOutOfRange(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['22003', '22007', '22008', '22009'].some((code) => code === error.code);
}

/** The second wall held where the first one did not: nothing was done, and it is a fault of the program all the same. */
function isWalledOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42501';
}

function send(c: Context<ApiEnv>, body: Omit<Problem, 'type' | 'instance'>): Response {
  const full: Problem = { type: `/problems/${body.code}`, instance: c.req.path, ...body };
  const retry = body.status === 429 || body.status === 503 ? { 'retry-after': '5' } : {};
  return c.body(JSON.stringify(full), body.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...retry,
  });
}
