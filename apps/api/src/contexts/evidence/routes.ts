import { declareEvidence, largestChunk, largestPhoto, readPhoto, receiveChunk, receivePhoto } from '@changming/application/evidence';
import * as contract from '@changming/contract/evidence';

import { bytesOf } from '../../http/bytes.ts';
import { contextApp, served } from '../../http/context-app.ts';
import { photoHeaders } from '../../http/photo-headers.ts';

export const evidence = contextApp()
  .openapi(served(contract.declareEvidence), async (c) => c.json(await declareEvidence(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.receivePhoto), async (c) => {
    const content = await bytesOf(c, largestPhoto);
    return c.json(await receivePhoto(c.var.caller, c.var.files, { ...c.req.valid('param'), ...c.req.valid('query'), content }), 200);
  })
  .openapi(served(contract.receiveChunk), async (c) => {
    const content = await bytesOf(c, largestChunk);
    return c.json(await receiveChunk(c.var.caller, c.var.files, { ...c.req.valid('param'), ...c.req.valid('query'), content }), 200);
  })
  .openapi(served(contract.readPhoto), async (c) => {
    const { evidenceId, size } = c.req.valid('param');
    const { content, sha256 } = await readPhoto(c.var.caller, c.var.files, { evidenceId, size, ...c.req.valid('query') });
    const etag = `"${sha256.slice(0, 32)}-${size}"`;
    const headers = { ...photoHeaders, etag, 'cache-control': 'private, max-age=86400' };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    if (size !== 'original') return c.body(content, 200, { ...headers, 'content-type': 'image/webp' });
    return c.body(content, 200, {
      ...headers,
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename="${sha256.slice(0, 16)}.jpg"`,
    });
  });
