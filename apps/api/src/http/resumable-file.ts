import type { Context } from 'hono';

import { type ByteRange, rangeAsked } from './byte-range.ts';
import type { ApiEnv } from './env.ts';
import { attachment } from './file-answer.ts';

type Ready = {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Called when the file is handed over from its beginning. */
  readonly taken: () => Promise<unknown>;
  readonly partAt: (at: number) => Promise<Uint8Array | null>;
};

/** A workbook made in the background: whole, or the part a download wants to go on with. */
export async function resumableFile(c: Context<ApiEnv>, { name, bytes, sha256, taken, partAt }: Ready) {
  const etag = `"${sha256.slice(0, 32)}"`;
  const headers = { ...attachment(name, 'xlsx'), etag, 'accept-ranges': 'bytes', 'cache-control': 'private, no-store' };
  const range = rangeAsked({ range: c.req.header('range'), ifRange: c.req.header('if-range') }, { bytes, etag });
  if (range === null) return c.body(null, 416, { ...headers, 'content-range': `bytes */${bytes}` });
  if (range.from === 0) await taken();
  const part = { ...headers, 'content-length': String(range.to - range.from + 1) };
  const body = bytesOf(partAt, range);
  const isWhole = range.from === 0 && range.to === bytes - 1;
  return isWhole ? c.body(body, 200, part) : c.body(body, 206, { ...part, 'content-range': `bytes ${range.from}-${range.to}/${bytes}` });
}

/** Part after part, as the reader takes them. */
function bytesOf(partAt: Ready['partAt'], { from, to }: ByteRange): ReadableStream<Uint8Array> {
  let at = from;
  return new ReadableStream({
    async pull(controller) {
      const part = at > to ? null : await partAt(at);
      if (part === null || part.length === 0) return controller.close();
      const piece = part.subarray(0, to - at + 1);
      at += piece.length;
      controller.enqueue(piece);
    },
  });
}
