import type { FirePlate } from './look.ts';
import { isHandedIn, type LookRecord } from './look-store.ts';

/** How many pieces at a point are still owed a look-over, by what the phone holds and what was handed in on it since. */
export function leftAt({ items }: Pick<FirePlate, 'items'>, records: readonly LookRecord[]): number {
  return items.filter(({ id, checkDueOn, checkedOn }) => checkDueOn !== null && checkedOn === null && !isHandedIn(id, records)).length;
}
