import type { ImportRefusal, Merge, Sheet, SheetRow, Workbook } from '@changming/domain/imports';
import { importRefusals } from '@changming/domain/imports';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

import { guardArchive } from './guard-archive.ts';
import { type Limits, standardLimits } from './limits.ts';
import { refuseImport } from './refuse-import.ts';
import { boundsOf } from './run-bounded.ts';
import { type Line, mergesFrom, rowFrom, withComments } from './wire.ts';

/**
 * Reads an xlsx that a stranger sent. The archive is judged by its directory first; then a process of its own, with little memory,
 * one minute and no right to write, start processes or open sockets, reads it while counting.
 * Throws a `Refusal` with an `imports.…` code; nothing else of a bad file reaches the caller.
 */
export async function readWorkbook(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Workbook> {
  const within = { ...standardLimits, ...limits };
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  guardArchive(file, within);
  const child = startReader(within);
  const timer = setTimeout(() => child.kill('SIGKILL'), within.wallTime);
  try {
    return await answerOf(child, file);
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

type Reader = ChildProcess & { readonly stdin: Writable; readonly stdout: Readable };

function startReader(limits: Limits): Reader {
  const script = fileURLToPath(new URL('read-in-child.ts', import.meta.url));
  return spawn(process.execPath, [...boundsOf(limits.heapMegabytes), script, JSON.stringify(limits)], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

async function answerOf(child: Reader, file: Buffer): Promise<Workbook> {
  const exit = once(child, 'exit');
  // A reader that refuses early closes its end; the answer says why.
  child.stdin.on('error', () => {});
  child.stdin.end(file);
  const sheets: OpenSheet[] = [];
  let done = false;
  for await (const text of createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })) {
    done = take(JSON.parse(text) as Line, sheets) || done;
  }
  const [, signal] = await exit;
  if (!done) refuseImport(signal === 'SIGKILL' ? 'imports.took_too_long' : 'imports.needs_too_much_memory');
  return { sheets };
}

type OpenSheet = Sheet & { rows: SheetRow[]; readonly merges: Merge[]; pictures?: number };

/** Adds one line to what is known; true for the last line of a workbook that was read to its end. */
function take(line: Line, sheets: OpenSheet[]): boolean {
  if ('refused' in line) refuseImport(knownCode(line.refused), line.facts);
  if ('sheet' in line) sheets.push({ name: line.sheet, hidden: line.hidden, rows: [], merges: [] });
  const sheet = sheets.at(-1);
  if (sheet !== undefined) fill(sheet, line);
  return 'done' in line;
}

function fill(sheet: OpenSheet, line: Line): void {
  if ('row' in line) sheet.rows.push(rowFrom(line));
  if ('pictures' in line) sheet.pictures = line.pictures;
  if ('comments' in line) sheet.rows = withComments(sheet.rows, line);
  if ('merges' in line) for (const merge of mergesFrom(line)) sheet.merges.push(merge);
}

function knownCode(code: string): ImportRefusal {
  return importRefusals.find((known) => known === code) ?? 'imports.damaged';
}
