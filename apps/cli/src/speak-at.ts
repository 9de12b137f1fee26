import { actAs, findUnits, operator } from '@changming/application/access';
import type { Caller, House } from '@changming/application/context';

import { Misuse } from './verb.ts';

/** Whoever holds the shell may work as the group's safety department does, at and below one unit. */
export async function speakAt(house: House, code: string): Promise<{ readonly caller: Caller; readonly unitId: string }> {
  const [unit] = await findUnits(house.callerFor(operator('systemAdmin')), { codes: [code] });
  if (unit === undefined) throw new Misuse(`没有代码为 ${code} 的单位`);
  const actor = await actAs(house, { role: 'hqSafety', personId: null, unitId: unit.id });
  return { caller: house.callerFor(actor), unitId: unit.id };
}
