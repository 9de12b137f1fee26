import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';

const largest = 10 * 1024 * 1024;
const tailLength = 8192;

export type LogFile = { readonly write: (chunk: Buffer) => void; readonly tail: () => string };

/** A program's log: a file of at most 10 MB with one predecessor, and its last lines at hand. */
export function openLogFile(path: string): LogFile {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let size = sizeOf(path);
  let stream = openStream(path);
  let tail = '';
  return {
    write: (chunk) => {
      tail = (tail + chunk.toString()).slice(-tailLength);
      if (size > largest) {
        stream.end();
        renameSync(path, `${path}.1`);
        stream = openStream(path);
        size = 0;
      }
      size += chunk.length;
      stream.write(chunk);
    },
    tail: () => tail,
  };
}

/** A full disk must not end the house: what cannot be written is dropped. */
function openStream(path: string): WriteStream {
  return createWriteStream(path, { flags: 'a', mode: 0o600 }).on('error', () => undefined);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
