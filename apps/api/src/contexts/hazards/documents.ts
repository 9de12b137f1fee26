import type { Caller } from '@changming/application/context';
import { listDocuments, orderLedger, orderList, readDocument, readDocumentPart, takeDocument } from '@changming/application/hazards';
import * as contract from '@changming/contract/hazards';

import { type ByteRange, rangeAsked } from '../../http/byte-range.ts';
import { contextApp, served } from '../../http/context-app.ts';
import { attachment } from '../../http/file-answer.ts';
import { wire } from '../../http/wire.ts';

/** 由后台生成的台账和清单: to be registered before `/hazards/{hazardId}`. */
export const documents = contextApp()
  .openapi(served(contract.orderList), async (c) => {
    const { list } = c.req.valid('json');
    return c.json(await orderList(c.var.caller, { list, language: c.var.language, filter: c.req.valid('query') }), 202);
  })
  .openapi(served(contract.orderLedger), async (c) =>
    c.json(await orderLedger(c.var.caller, { language: c.var.language, filter: c.req.valid('query') }), 202),
  )
  .openapi(served(contract.listDocuments), async (c) => c.json(wire(await listDocuments(c.var.caller, undefined)), 200))
  .openapi(served(contract.takeDocument), async (c) => {
    const { documentId } = c.req.valid('param');
    const said = { range: c.req.header('range'), ifRange: c.req.header('if-range') };
    const { name, bytes, sha256 } = await readDocument(c.var.caller, { documentId });
    const etag = `"${sha256.slice(0, 32)}"`;
    const headers = { ...attachment(name, 'xlsx'), etag, 'accept-ranges': 'bytes', 'cache-control': 'private, no-store' };
    const range = rangeAsked(said, { bytes, etag });
    if (range === null) return c.body(null, 416, { ...headers, 'content-range': `bytes */${bytes}` });
    if (range.from === 0) await takeDocument(c.var.caller, { documentId });
    const part = { ...headers, 'content-length': String(range.to - range.from + 1) };
    const body = bytesOf(c.var.caller, documentId, range);
    const isWhole = range.from === 0 && range.to === bytes - 1;
    return isWhole ? c.body(body, 200, part) : c.body(body, 206, { ...part, 'content-range': `bytes ${range.from}-${range.to}/${bytes}` });
  });

/** Part after part, as the reader takes them. */
function bytesOf(caller: Caller, documentId: string, { from, to }: ByteRange): ReadableStream<Uint8Array> {
  let at = from;
  return new ReadableStream({
    async pull(controller) {
      const part = at > to ? null : await readDocumentPart(caller, { documentId, at });
      if (part === null || part.length === 0) return controller.close();
      const piece = part.subarray(0, to - at + 1);
      at += piece.length;
      controller.enqueue(piece);
    },
  });
}
