import { refuse } from '@changming/domain/kernel';

import { type Caller, query } from '../context.ts';
import { type Files, keyOfFile } from '../files.ts';
import { sheets } from './read-sheets.ts';
import { openSheet } from './sheet-store.ts';

type Which = { readonly sheetId: string };

const inForce = query({
  permission: 'points.read',
  async run(work, { sheetId }: Which) {
    await openSheet(work.tx, work.scope, sheetId);
    const { evidenceId, number, code, issuedOn, ...sheet } = await sheets(work).where('s.id', '=', sheetId).executeTakeFirstOrThrow();
    if (evidenceId === null || number === null || code === null || issuedOn === null)
      return refuse('conflict', 'points.no_picture', { name: sheet.name });
    const { sha256 } = await work.tx.selectFrom('evidence').select('sha256').where('id', '=', evidenceId).executeTakeFirstOrThrow();
    const { kind, name, unit, point } = sheet;
    return { kind, name, unit, point, number, code, issuedOn, sha256 };
  },
});

export type SheetInForce = Omit<Awaited<ReturnType<typeof inForce>>, 'sha256'> & { readonly jpeg: Uint8Array };

/** The version of a sheet in force with its picture, for paper. What was withdrawn, or has no picture, is not printed. */
export async function printedSheet(caller: Caller, files: Files, which: Which): Promise<SheetInForce> {
  const { sha256, ...sheet } = await inForce(caller, which);
  const jpeg = await files.get(keyOfFile('full', sha256));
  if (jpeg === null) throw new Error(`the file store has lost ${sha256}`);
  return { ...sheet, jpeg };
}
