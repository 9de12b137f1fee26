import type { Tx } from '@changming/database';

type Moving = { readonly from: string; readonly to: string; readonly hashes: readonly string[] };

/** Photos that belong to another record from now on: of a check to the hazard that it found. Answers the hashes that were there to move. */
export async function moveEvidence(tx: Tx, { from, to, hashes }: Moving): Promise<string[]> {
  if (hashes.length === 0) return [];
  const moved = await tx
    .updateTable('evidence')
    .set({ subject_id: to })
    .where('subject_id', '=', from)
    .where('sha256', 'in', [...hashes])
    .returning('sha256')
    .execute();
  return [...new Set(moved.map(({ sha256 }) => sha256))];
}
