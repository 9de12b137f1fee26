import { unpack } from '../excel/unpack.ts';
import { zipDirectory } from '../excel/zip-directory.ts';

/** The parts of a packed document by name, as text. */
export async function partsOf(packed: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const file = Buffer.from(packed);
  const parts: Record<string, string> = {};
  for (const entry of zipDirectory(file, 1000)) {
    const pieces: Buffer[] = [];
    for await (const piece of unpack(file, entry)) pieces.push(piece);
    parts[entry.name] = Buffer.concat(pieces).toString('utf8');
  }
  return parts;
}
