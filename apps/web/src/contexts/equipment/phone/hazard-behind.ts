import type { Me } from '@changming/contract/access/own';
import { listDefects } from '@changming/contract/equipment';
import { readHazard } from '@changming/contract/hazards';

import { call } from '../../../api/call.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { hazardOf, type Look } from './look.ts';

type Asking = { readonly look: Look; readonly me: Me; readonly signal: AbortSignal };

/**
 * The hazard that a look-over became, as the server has it: somebody may have reported the defect before, so it need not be the one that was
 * asked for here. Whoever may not see the ledger is led to the one of his own. Null where there is none.
 */
export async function hazardBehind({ look, me, signal }: Asking): Promise<string | null> {
  if (mayAnywhere(me, 'equipment.read')) {
    const { items } = await call(listDefects, { params: { equipmentId: look.piece.id }, signal });
    return items.find(({ checkId }) => checkId === look.id)?.hazardId ?? null;
  }
  const hazardId = hazardOf(look);
  return hazardId === null ? null : (await call(readHazard, { params: { hazardId }, signal })).id;
}
