import { fileURLToPath } from 'node:url';

import { guardArchive } from './guard-archive.ts';
import { standardLimits } from './limits.ts';
import { refuseImport } from './refuse-import.ts';
import { runBounded } from './run-bounded.ts';

/** A sentence at a cell of the file. */
export type MarkedCell = { readonly sheet: string; readonly cell: string; readonly message: string };

export type ErrorWorkbookOptions = {
  /** Columns whose digits are masked in the copy (identity numbers, phones), so that it may be kept and mailed. */
  readonly mask?: readonly { readonly sheet: string; readonly column: string }[];
  /** What stands above the columns of the added sheet, and its name. */
  readonly words: {
    readonly problems: string;
    readonly sheet: string;
    readonly cell: string;
    readonly row: string;
    readonly problem: string;
  };
};

const bounds = { heapMegabytes: 1024, wallTime: 60_000 } as const;

/**
 * A copy of the file a person sent, each cell with a problem filled red and with the sentence as a note, and a sheet that lists them all.
 * Made in a process of its own. Throws the refusals of a workbook that may not be read.
 */
export async function errorWorkbook(original: Uint8Array, problems: readonly MarkedCell[], options: ErrorWorkbookOptions): Promise<Buffer> {
  const file = Buffer.from(original.buffer, original.byteOffset, original.byteLength);
  guardArchive(file, standardLimits);
  const order = Buffer.from(JSON.stringify({ problems, mask: options.mask ?? [], words: options.words }), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(order.length);
  const script = fileURLToPath(new URL('mark-in-child.ts', import.meta.url));
  const { output, outcome } = await runBounded({ script, input: Buffer.concat([length, order, file]), ...bounds });
  if (outcome === 'late') refuseImport('imports.took_too_long');
  return outcome === 'ended' ? output : refuseImport('imports.needs_too_much_memory');
}
