import { Refusal } from '@changming/application/context';
import { setImmediate } from 'node:timers/promises';

/** A workbook that takes rows as they come. */
type LongDocument<Rows> = { readonly name: string; readonly add: (rows: Rows) => void; readonly end: () => Promise<Uint8Array> };

type Steps<Wanted, Rows> = {
  /** Reads the rows of the order; null when it was made already. */
  readonly read: (begin: (wanted: Wanted) => (rows: Rows) => Promise<void>) => Promise<{ readonly rows: number } | null>;
  readonly open: (wanted: Wanted) => LongDocument<Rows>;
  readonly keep: (made: { readonly name: string; readonly rows: number; readonly content: Uint8Array }) => Promise<unknown>;
};

/** 由后台生成: reads, writes and keeps one ordered file. Other work gets its turn after each page of rows. */
export async function madeInBackground<Wanted, Rows>({ read, open, keep }: Steps<Wanted, Rows>): Promise<void> {
  let writing: LongDocument<Rows> | undefined;
  const begin = (wanted: Wanted) => {
    const begun = open(wanted);
    writing = begun;
    return async (rows: Rows) => {
      begun.add(rows);
      await setImmediate();
    };
  };
  try {
    const made = await read(begin);
    if (made === null || writing === undefined) return;
    await keep({ name: writing.name, rows: made.rows, content: await writing.end() });
  } catch (error) {
    // Who may no longer take it, or has it already, needs no second try; what was never made is swept.
    if (!(error instanceof Refusal)) throw error;
  }
}
