import { blueprint, type Branches, compiledOnce, type Slots, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';

import type { Reading } from '../context.ts';

type Asked = { readonly unitId?: string | undefined; readonly withBelow?: boolean | undefined };

/** The ranges that a list looks in: the caller's own, or one unit with or without what lies below it. A unit out of scope is missing. */
export async function rangesOf(
  { tx, scope }: Pick<Reading, 'tx' | 'scope'>,
  { unitId, withBelow = true }: Asked,
): Promise<readonly UnitRange[]> {
  if (unitId === undefined) return scope;
  const { rows } = await tx.executeQuery<UnitRange>(branchQuery({ ranges: scope, given: { unitId }, fixed: {} }));
  const { lo, hi } = rows[0] ?? refuse('missing', 'units.not_found', { id: unitId });
  return [withBelow ? { lo, hi } : { lo, hi: lo }];
}

/** Nearly every list begins with it, so it is prepared; a whole unit cannot be. */
const branchQuery = compiledOnce((ranges: Branches, { unitId }: Slots<{ readonly unitId: string }>) =>
  blueprint
    .selectFrom('units')
    .select(['lo', 'hi'])
    .where('id', '=', unitId)
    .where((eb) => within(eb.ref('lo'), ranges)),
);
