import { refuse } from '@changming/application/context';
import { createMiddleware } from 'hono/factory';

import type { ApiEnv } from './env.ts';

const limit = 1024 * 1024;
const maxDepth = 32;
const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Routes that take a file as it is; they bound and sniff it themselves. */
const files = /\/(evidence|imports)\/[^/]+\/(content|chunks\/\d+)$/;

/** JSON only, at most 1 MB and 32 levels: refused before anything parses it into objects. */
export const jsonBody = createMiddleware<ApiEnv>(async (c, next) => {
  if (!unsafe.has(c.req.method) || files.test(c.req.path)) return next();
  if (Number(c.req.header('content-length') ?? 0) > limit) refuse('invalid', 'request.too_large');
  const text = await c.req.text();
  if (text === '') return next();
  if (text.length > limit) refuse('invalid', 'request.too_large');
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) refuse('invalid', 'request.not_json');
  if (tooDeep(text)) refuse('invalid', 'request.too_deep');
  c.set('bodyText' as never, text as never);
  return next();
});

/** Whether brackets outside strings nest too deeply. One pass, no recursion. */
function tooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted && sign === '\\') at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '{' || sign === '[')) depth += 1;
    else if (!quoted && (sign === '}' || sign === ']')) depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}
