import { randomBytes } from 'node:crypto';

import { type PointSheetRow, type Tx, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { plateCode } from '@changming/domain/points';
import type { UnitRange } from '@changming/domain/units';
import type { Selectable } from 'kysely';

import type { Writing } from '../context.ts';

export type StoredSheet = Selectable<PointSheetRow>;

/** The series of sheets, if it lies in the scope; outside of it it is missing, not forbidden. */
export async function sheetInScope(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredSheet> {
  const row = await tx
    .selectFrom('point_sheets')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'points.sheet_not_found', { id });
}

/** The same, refused when it was withdrawn. */
export async function openSheet(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredSheet> {
  const sheet = await sheetInScope(tx, scope, id);
  return sheet.closed_on === null ? sheet : refuse('conflict', 'points.sheet_withdrawn', { name: sheet.name });
}

/** What a version consists of: a picture, or what the product drew. */
type Issued = { readonly evidenceId: string | null; readonly shown: object | null; readonly note: string | null };

export type IssuedVersion = { readonly id: string; readonly number: number; readonly code: string };

/** Issues the next version of a series; the one before is replaced from today on. */
export async function issueVersion(work: Writing, sheetId: string, { evidenceId, shown, note }: Issued): Promise<IssuedVersion> {
  const { tx, today, actor, newId } = work;
  await replaceCurrent(work, sheetId);
  const last = await tx
    .selectFrom('point_sheet_versions')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('sheet_id', '=', sheetId)
    .executeTakeFirst();
  const row = { id: newId(), number: (last?.number ?? 0) + 1, code: plateCode(randomBytes(64)) };
  await tx
    .insertInto('point_sheet_versions')
    .values({
      ...row,
      sheet_id: sheetId,
      evidence_id: evidenceId,
      shown: shown === null ? null : JSON.stringify(shown),
      note,
      issued_on: today,
      issued_by_id: actor.personId,
    })
    .execute();
  return row;
}

/** From today on the version in force is no longer that: whoever scans an old print learns it. */
export async function replaceCurrent({ tx, today }: Pick<Writing, 'tx' | 'today'>, sheetId: string): Promise<void> {
  await tx
    .updateTable('point_sheet_versions')
    .set((eb) => ({ replaced_on: eb.fn('greatest', [eb.val(today), 'issued_on']) }))
    .where('sheet_id', '=', sheetId)
    .where('replaced_on', 'is', null)
    .execute();
}
