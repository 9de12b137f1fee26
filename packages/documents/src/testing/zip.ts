import { crc32, deflateRawSync } from 'node:zlib';

/** An archive entry as a test wants it, lies included. */
export type GivenEntry = {
  readonly name: string;
  readonly text?: string;
  readonly bytes?: Buffer;
  /** What the directory claims, when it is not the truth. */
  readonly claimedSize?: number;
  readonly flags?: number;
  readonly madeBy?: number;
  readonly attributes?: number;
};

/** A zip archive byte by byte, so that tests can make what no zip program would. */
export function givenZip(entries: readonly GivenEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const data = entry.bytes ?? Buffer.from(entry.text ?? '', 'utf8');
    const packed = deflateRawSync(data);
    const name = Buffer.from(entry.name, 'utf8');
    const fields = { entry, name, packed: packed.length, size: entry.claimedSize ?? data.length, crc: crc32(data) };
    const local = localHeader(fields);
    locals.push(local, name, packed);
    directory.push(centralHeader(fields, at), name);
    at += local.length + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...locals, central, endOfDirectory(entries.length, central.length, at)]);
}

type Fields = { entry: GivenEntry; name: Buffer; packed: number; size: number; crc: number };

function localHeader({ entry, name, packed, size, crc }: Fields): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(entry.flags ?? 0, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return header;
}

function centralHeader({ entry, name, packed, size, crc }: Fields, at: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt8(20, 4);
  header.writeUInt8(entry.madeBy ?? 0, 5);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(entry.flags ?? 0, 8);
  header.writeUInt16LE(8, 10);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(entry.attributes ?? 0, 38);
  header.writeUInt32LE(at, 42);
  return header;
}

function endOfDirectory(count: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
