import { type Tx, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';

import { moveEvidence } from '../evidence/index.ts';

/** A check that found something, where it was made, and what it has become. */
export type FireDefect = {
  readonly checkId: string;
  readonly equipmentId: string;
  readonly unitId: string;
  readonly unitPos: number;
  readonly pointId: string | null;
  readonly recordedAt: Date;
  /** The hazard that it is already, or null. */
  readonly hazardId: string | null;
};

/**
 * The defect that a check found, locked until this commits; refused when it found none, or somebody has corrected it before it became a
 * hazard. What the check it corrects has become, it has become itself.
 */
export async function fireDefect(tx: Tx, scope: readonly UnitRange[], checkId: string): Promise<FireDefect> {
  await lockPieceOf(tx, scope, checkId);
  const { condition, laterId, ...defect } = await tx
    .selectFrom('fire_checks as c')
    .innerJoin('fire_equipment as e', 'e.id', 'c.equipment_id')
    .leftJoin('fire_defects as d', 'd.check_id', 'c.id')
    .leftJoin('fire_defects as before', 'before.check_id', 'c.corrects_id')
    .leftJoin('fire_checks as later', 'later.corrects_id', 'c.id')
    .select(['c.condition', 'e.id as equipmentId', 'e.unit_id as unitId', 'e.unit_pos as unitPos', 'e.point_id as pointId'])
    .select(['c.recorded_at as recordedAt', 'later.id as laterId'])
    .select((eb) => eb.fn.coalesce('d.hazard_id', 'before.hazard_id').as('hazardId'))
    .where('c.id', '=', checkId)
    .executeTakeFirstOrThrow();
  if (defect.hazardId === null && (condition === 'intact' || laterId !== null)) refuse('invalid', 'equipment.no_defect');
  return { ...defect, checkId };
}

/** What others make of the check meanwhile is read after this only: whoever waits here sees it. */
async function lockPieceOf(tx: Tx, scope: readonly UnitRange[], checkId: string): Promise<void> {
  const piece = await tx
    .selectFrom('fire_equipment as e')
    .innerJoin('fire_checks as c', 'c.equipment_id', 'e.id')
    .select('e.id')
    .where('c.id', '=', checkId)
    .where((eb) => within(eb.ref('e.unit_pos'), scope))
    .forUpdate('e')
    .executeTakeFirst();
  if (piece === undefined) refuse('missing', 'equipment.check_not_found');
}

type Becoming = { readonly checkId: string; readonly hazardId: string };

/** The photos of the check are evidence of the hazard from now on, those on their way too. Answers their hashes. */
export async function givePhotosTo(tx: Tx, { checkId, hazardId }: Becoming): Promise<string[]> {
  const rows = await tx
    .updateTable('fire_check_photos')
    .set({ subject_id: hazardId })
    .where('check_id', '=', checkId)
    .returning(['sha256', 'at'])
    .execute();
  const hashes = rows.toSorted((one, other) => one.at - other.at).map(({ sha256 }) => sha256);
  await moveEvidence(tx, { from: checkId, to: hazardId, hashes });
  return hashes;
}

type Noting = Becoming & { readonly equipmentId: string; readonly by: string | null; readonly at: Date };

export async function noteDefect(tx: Tx, { checkId, equipmentId, hazardId, by, at }: Noting): Promise<void> {
  const row = { check_id: checkId, equipment_id: equipmentId, hazard_id: hazardId, by_id: by, recorded_at: at };
  await tx.insertInto('fire_defects').values(row).execute();
}
