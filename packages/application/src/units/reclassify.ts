import { refuse } from '@changming/domain/kernel';
import { mayHangBelow, type UnitKind } from '@changming/domain/units';

import type { Writing } from '../context.ts';
import { refuseUnpermitted } from '../permitted.ts';
import { refuseCodeTaken } from './code-holders.ts';
import { recordChange, refuseUntimely, type StoredUnit, turnSpan } from './store.ts';

type Wanted = { readonly kind: UnitKind; readonly code: string; readonly on: string; readonly reason: string };

/**
 * 变更类型、更换代码: another kind, from a day that may lie in the past, and another code, which must be free in the whole group.
 * It takes the permission to reorganise, which whoever imports need not have. Whether the kind fits between the units above and below is
 * for `refuseMisfits` to say, once all of a file have theirs.
 */
export async function reclassify(work: Writing, unit: StoredUnit, { kind, code, on, reason }: Wanted): Promise<void> {
  if (kind === unit.kind && code === unit.code) return;
  if (!work.may('units.reorganise', unit.lo)) refuseUnpermitted('units.reorganise');
  await refuseUntimely(work, unit.id, on);
  if (unit.parent_id === null && kind !== unit.kind) refuse('conflict', 'units.is_root');
  await refuseCodeTaken(work.tx, { code, except: unit.id });
  await work.tx.updateTable('units').set({ kind, code }).where('id', '=', unit.id).execute();
  if (kind !== unit.kind) {
    await turnSpan(work, unit, on, { parent_id: unit.parent_id, name: unit.name, kind });
    await recordChange(work, { unitId: unit.id, act: 'retype', on, reason });
  }
  if (code !== unit.code) await recordChange(work, { unitId: unit.id, act: 'recode', on, reason });
}

/** Refuses kinds that may not hang where these units hang, or not hold what hangs below them. */
export async function refuseMisfits({ tx }: Pick<Writing, 'tx'>, unitIds: readonly string[]): Promise<void> {
  if (unitIds.length === 0) return;
  const pairs = await tx
    .selectFrom('units as u')
    .innerJoin('units as above', 'above.id', 'u.parent_id')
    .select(['u.name', 'u.kind', 'above.kind as parent', 'u.id'])
    .where('u.closed_on', 'is', null)
    .where((eb) => eb.or([eb('u.id', 'in', unitIds), eb('above.id', 'in', unitIds)]))
    .orderBy('u.lo')
    .execute();
  const misfit = pairs.find(({ kind, parent }) => !mayHangBelow(kind, parent));
  if (misfit === undefined) return;
  const { id, kind, parent, name } = misfit;
  if (unitIds.includes(id)) refuse('invalid', 'units.kind_below', { kind, parent });
  refuse('invalid', 'units.kind_over_child', { name });
}
