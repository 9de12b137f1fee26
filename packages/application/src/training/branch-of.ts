import type { UnitRange } from '@changming/domain/units';

import type { Reading } from '../context.ts';
import { unitInScope } from '../units/index.ts';

type Asked = { readonly unitId?: string | undefined; readonly below?: boolean | undefined };

/** The ranges that a list looks in: the caller's own, or one unit with or without what lies below it. */
export async function branchOf(
  { tx, scope }: Pick<Reading, 'tx' | 'scope'>,
  { unitId, below = true }: Asked,
): Promise<readonly UnitRange[]> {
  if (unitId === undefined) return scope;
  const { lo, hi } = await unitInScope(tx, scope, unitId);
  return [below ? { lo, hi } : { lo, hi: lo }];
}
