import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';

import { refuseImport } from './refuse-import.ts';
import { packedBytes, type ZipEntry } from './zip-directory.ts';

/** Unpacks one entry piece by piece, and stops as soon as it grows beyond what the directory declared. */
export async function* unpack(file: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  let size = 0;
  let crc = 0;
  for await (const chunk of piecesOf(file, entry)) {
    size += chunk.length;
    if (size > entry.size) refuseImport('imports.bomb');
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== entry.size || crc !== entry.crc) refuseImport('imports.damaged');
}

async function* piecesOf(file: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = packedBytes(file, entry);
  if (entry.method === 'stored') {
    yield packed;
    return;
  }
  const inflate = Readable.from([packed], { objectMode: false }).pipe(createInflateRaw({ chunkSize: 128 * 1024 }));
  try {
    for await (const chunk of inflate) yield chunk as Buffer;
  } catch {
    refuseImport('imports.damaged');
  } finally {
    inflate.destroy();
  }
}
