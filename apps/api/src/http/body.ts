import { refuse } from '@changming/application/context';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';

import type { ApiEnv } from './env.ts';

const limit = 1024 * 1024;
const maxDepth = 32;
const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Routes that take a file as it is; they bound and sniff it themselves. */
const files = /\/((evidence|imports)\/[^/]+\/(content|chunks\/\d+)|training\/questions\/workbooks)$/;

/** A body that does not say its length is counted while it comes; one that does is held to it by HTTP itself. Nothing reads a body that comes to be read. */
export const boundedBody = createMiddleware<ApiEnv>((c, next) =>
  !unsafe.has(c.req.method) || files.test(c.req.path) || c.req.header('content-length') !== undefined ? next() : bounded(c, next),
);

const bounded = bodyLimit({ maxSize: limit, onError: () => refuse('invalid', 'request.too_large') });

/** The one route whose protocol asks for a form: what its contract says of it is checked behind. */
const forms = '/api/v1/session/sso/logout';

/** JSON only, at most 1 MB and 32 levels: refused before anything parses it into objects. */
export const jsonBody = createMiddleware<ApiEnv>(async (c, next) => {
  if (!unsafe.has(c.req.method) || files.test(c.req.path)) return next();
  if (Number(c.req.header('content-length') ?? 0) > limit) refuse('invalid', 'request.too_large');
  const text = await c.req.text();
  if (text.length > limit) refuse('invalid', 'request.too_large');
  if (text !== '' && c.req.path !== forms) refuseUnfit(text, c.req.header('content-type'));
  c.set('bodyText', text);
  return next();
});

function refuseUnfit(text: string, type: string | undefined): void {
  if (type === undefined || !/^application\/json\b/.test(type)) refuse('invalid', 'request.not_json');
  if (depthOf(text) > maxDepth) refuse('invalid', 'request.too_deep');
}

/** How deeply brackets outside strings nest. One pass, no recursion. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of text.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/[[\]{}]/g) ?? []) {
    depth += sign === '{' || sign === '[' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
