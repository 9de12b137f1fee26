import type { Caller } from '@changming/application/context';
import type { Context } from 'hono';

import { type ByteRange, rangeAsked } from './byte-range.ts';
import { cutLine } from './cut-line.ts';
import type { ApiEnv } from './env.ts';
import { attachment } from './file-answer.ts';

type Named = { readonly documentId: string };

/** How a context hands over the files made for it. */
type Documents = {
  readonly readDocument: (
    caller: Caller,
    named: Named,
  ) => Promise<{ readonly name: string; readonly bytes: number; readonly sha256: string }>;
  /** Called when the file is handed over from its beginning. */
  readonly takeDocument: (caller: Caller, named: Named) => Promise<unknown>;
  readonly readDocumentPart: (caller: Caller, named: Named & { readonly at: number }) => Promise<Uint8Array | null>;
};

/** A workbook made in the background: whole, or the part a download wants to go on with. */
export async function resumableFile(
  c: Context<ApiEnv>,
  { readDocument, takeDocument, readDocumentPart }: Documents,
  { documentId }: Named,
) {
  const { caller } = c.var;
  const { name, bytes, sha256 } = await readDocument(caller, { documentId });
  const etag = `"${sha256.slice(0, 32)}"`;
  const headers = { ...attachment(name, 'xlsx'), etag, 'accept-ranges': 'bytes', 'cache-control': 'private, no-store' };
  const range = rangeAsked({ range: c.req.header('range'), ifRange: c.req.header('if-range') }, { bytes, etag });
  if (range === null) return c.body(null, 416, { ...headers, 'content-range': `bytes */${bytes}` });
  if (range.from === 0) await takeDocument(caller, { documentId });
  const part = { ...headers, 'content-length': String(range.to - range.from + 1) };
  const partAt = (at: number) => readDocumentPart(caller, { documentId, at }).catch((error: unknown) => broken(c, error));
  const body = bytesOf(partAt, range);
  const isWhole = range.from === 0 && range.to === bytes - 1;
  return isWhole ? c.body(body, 200, part) : c.body(body, 206, { ...part, 'content-range': `bytes ${range.from}-${range.to}/${bytes}` });
}

/** A download that is gone on with later begins behind what has arrived, so nothing but the file may have. */
function broken(c: Context<ApiEnv>, error: unknown): never {
  cutLine(c);
  throw error;
}

/** Part after part, as the reader takes them. */
function bytesOf(partAt: (at: number) => Promise<Uint8Array | null>, { from, to }: ByteRange): ReadableStream<Uint8Array> {
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
