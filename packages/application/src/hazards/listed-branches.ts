import { type Tx, within } from '@changming/database';
import type { ListFilter } from '@changming/domain/hazards';
import type { UnitRange } from '@changming/domain/units';

import type { Reading } from '../context.ts';
import { unitInScope } from '../units/index.ts';

/** A unit whose hazards are counted together: the whole branch below it, or by itself. */
export type Branch = UnitRange & { readonly unitId: string; readonly name: string; readonly withBelow: boolean };

type Where = Pick<ListFilter, 'unitId' | 'withBelow'>;

/** The unit that was asked for; without one, the units at which the caller's own scope begins. */
export async function headsOf({ tx, scope }: Pick<Reading, 'tx' | 'scope'>, { unitId, withBelow }: Where): Promise<Branch[]> {
  if (unitId !== undefined) {
    const { id, name, lo, hi } = await unitInScope(tx, scope, unitId);
    return [{ unitId: id, name, withBelow, lo, hi: withBelow ? hi : lo }];
  }
  const starts = scope.map(({ lo }) => lo);
  const units = await tx.selectFrom('units').select(['id', 'name', 'lo']).where('lo', 'in', starts).orderBy('lo').execute();
  return units.flatMap(({ id, name, lo }) => {
    const range = scope.find((each) => each.lo === lo);
    return range === undefined ? [] : [{ unitId: id, name, withBelow: range.hi > lo, ...range }];
  });
}

/** The unit of which something is told; null where it is told of several. */
export function oneOf(heads: readonly Branch[]): string | null {
  return heads.length === 1 ? (heads[0]?.unitId ?? null) : null;
}

const mostBranches = 500;

/** Into which lines a reconciliation falls: the unit by itself and each unit directly below it; several heads stand for themselves. */
export async function branchesBelow(tx: Tx, heads: readonly Branch[]): Promise<Branch[]> {
  const [head, ...others] = heads;
  if (head === undefined || others.length > 0 || !head.withBelow) return [...heads];
  const below = await tx
    .selectFrom('units')
    .select(['id as unitId', 'name', 'lo', 'hi'])
    .where('parent_id', '=', head.unitId)
    .where((eb) => within(eb.ref('lo'), [head]))
    .orderBy('lo')
    .limit(mostBranches)
    .execute();
  const itself = { ...head, hi: head.lo, withBelow: false };
  return below.length === 0 ? [head] : [itself, ...below.map((unit) => ({ ...unit, withBelow: true }))];
}
