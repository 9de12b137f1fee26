import { refuseImport } from './refuse-import.ts';

/** One entry as the central directory of the archive describes it. */
export type ZipEntry = {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
  readonly encrypted: boolean;
  readonly symlink: boolean;
  readonly localHeaderAt: number;
};

const signature = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 } as const;
const endLength = 22;
const longestComment = 65_535;
const methods = new Map<number, ZipEntry['method']>([
  [0, 'stored'],
  [8, 'deflated'],
]);

/** The central directory: the only list of entries that is believed. Nothing is unpacked for it. */
export function zipDirectory(file: Buffer, most: number): readonly ZipEntry[] {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  if (count > most) refuseImport('imports.too_many_entries', { most });
  const entries: ZipEntry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    const { entry, next } = entryAt(file, at, end);
    entries.push(entry);
    at = next;
  }
  return entries;
}

function findEnd(file: Buffer): number {
  for (let at = file.length - endLength; at >= Math.max(0, file.length - endLength - longestComment); at -= 1) {
    if (file.readUInt32LE(at) === signature.end) return at;
  }
  return refuseImport('imports.damaged');
}

function entryAt(file: Buffer, at: number, end: number): { readonly entry: ZipEntry; readonly next: number } {
  if (at + 46 > end || file.readUInt32LE(at) !== signature.central) refuseImport('imports.damaged');
  const nameLength = file.readUInt16LE(at + 28);
  const next = at + 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  if (next > end) refuseImport('imports.damaged');
  const method = methods.get(file.readUInt16LE(at + 10)) ?? refuseImport('imports.damaged');
  const madeOnUnix = file.readUInt8(at + 5) === 3;
  const entry: ZipEntry = {
    name: file.toString('utf8', at + 46, at + 46 + nameLength),
    method,
    packedSize: file.readUInt32LE(at + 20),
    size: file.readUInt32LE(at + 24),
    crc: file.readUInt32LE(at + 16),
    encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
    symlink: madeOnUnix && file.readUInt32LE(at + 38) >>> 28 === 0xa,
    localHeaderAt: file.readUInt32LE(at + 42),
  };
  return { entry, next };
}

/** The packed bytes of `entry`, found through its local header. */
export function packedBytes(file: Buffer, entry: ZipEntry): Buffer {
  const at = entry.localHeaderAt;
  if (at + 30 > file.length || file.readUInt32LE(at) !== signature.local) refuseImport('imports.damaged');
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  if (start + entry.packedSize > file.length) refuseImport('imports.damaged');
  return file.subarray(start, start + entry.packedSize);
}
