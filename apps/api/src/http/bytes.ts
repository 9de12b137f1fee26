import { refuse } from '@changming/application/context';
import type { Context } from 'hono';

/** The body as it is, at most `limit` bytes: a body that lies about its length is cut off as soon as it is longer. */
export async function bytesOf(c: Context, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(c.req.header('content-length') ?? 0) > limit) refuse('invalid', 'request.too_large');
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.byteLength;
    if (length > limit) refuse('invalid', 'request.too_large');
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
