import type { UnitRange } from '@changming/domain/units';

import type { Reading } from '../context.ts';
import { unitInScope } from './store.ts';

type Asked = { readonly unitId?: string | undefined; readonly withBelow?: boolean | undefined };

/** The ranges that a list looks in: the caller's own, or one unit with or without what lies below it. */
export async function rangesOf(
  { tx, scope }: Pick<Reading, 'tx' | 'scope'>,
  { unitId, withBelow = true }: Asked,
): Promise<readonly UnitRange[]> {
  if (unitId === undefined) return scope;
  const { lo, hi } = await unitInScope(tx, scope, unitId);
  return [withBelow ? { lo, hi } : { lo, hi: lo }];
}
