import { gzipSync } from 'node:zlib';

import { createMiddleware } from 'hono/factory';

import { accepts } from './accepted-encoding.ts';
import type { ApiEnv } from './env.ts';

/** Below it an answer fits into as many packets either way. */
const longEnough = 2048;
/** The higher levels save a tenth of the bytes at most. */
const packing = { level: 1 };

/**
 * Long JSON goes out packed to whoever accepts gzip: phones are on bad networks. Only what is read, since changes answer what is told once.
 * It takes the place of `c.json`: of an answer that is made already the text would have to be read back, of short ones as well.
 * The `ETag` of a record names its version and not its bytes, so it stays.
 */
export const packedJson = createMiddleware<ApiEnv>(async (c, next) => {
  c.header('vary', 'accept-encoding');
  if (c.req.raw.method !== 'GET' || !accepts(c.req.header('accept-encoding') ?? '', 'gzip')) return next();
  const json = (value: unknown, ...[status, headers]: [never, Record<string, string>?]) => {
    const text = JSON.stringify(value);
    const typed = { 'content-type': 'application/json', ...headers };
    if (Buffer.byteLength(text) < longEnough) return c.body(text, status, typed);
    return c.body(gzipSync(text, packing), status, { ...typed, 'content-encoding': 'gzip' });
  };
  Object.assign(c, { json });
  return next();
});
