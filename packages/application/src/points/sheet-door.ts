import { refuse } from '@changming/domain/kernel';
import { plateCodeInput, type SheetKind, sheetState, type SheetState } from '@changming/domain/points';
import { sql } from 'kysely';
import { z } from 'zod';

import { door } from '../context.ts';
import { tooManyVisits } from './doors.ts';

export type SheetAnswer = {
  readonly kind: SheetKind;
  readonly number: number;
  readonly issuedOn: string;
  readonly state: SheetState;
  /** When it was replaced or withdrawn; null while it holds. */
  readonly until: string | null;
};

type Found = { kind: SheetKind; number: number; issuedOn: string; replacedOn: string | null; closedOn: string | null };

const knock = door({
  name: 'points.readSheetAtDoor',
  input: z.strictObject({ code: plateCodeInput, address: z.string().nullable() }),
  async run(work, { code, address }) {
    if (await tooManyVisits(work, address)) return work.trail<SheetAnswer | 'limited' | null>([], 'limited');
    const { rows } = await sql<Found>`
      select kind, number, issued_on as "issuedOn", replaced_on as "replacedOn", closed_on as "closedOn" from house.sheet(${code})`.execute(
      work.tx,
    );
    return work.trail<SheetAnswer | 'limited' | null>([], rows[0] === undefined ? null : answerOf(rows[0]));
  },
});

function answerOf({ kind, number, issuedOn, replacedOn, closedOn }: Found): SheetAnswer {
  return { kind, number, issuedOn, state: sheetState({ replacedOn, closedOn }), until: replacedOn ?? closedOn };
}

/** 扫图上的码: whether this very print still holds, and nothing else. */
export async function readSheetAtDoor(...call: Parameters<typeof knock>): Promise<SheetAnswer> {
  const found = await knock(...call);
  if (found === 'limited') refuse('limited', 'points.too_many_tries');
  return found ?? refuse('missing', 'points.sheet_not_found', {});
}
