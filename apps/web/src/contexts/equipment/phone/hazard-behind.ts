import { listDefects } from '@changming/contract/equipment';

import { call } from '../../../api/call.ts';
import { mayAnywhere } from '../../../api/may.ts';
import type { Session } from '../../../phone/session.tsx';
import { conditionOf, hazardOf } from './look.ts';
import type { LookRecord } from './look-store.ts';
import { wordsNow } from './words.ts';

type Asking = { readonly record: LookRecord; readonly me: Session['me']; readonly signal: AbortSignal };

/**
 * The hazard that a look-over became, as the server has it: somebody may have reported the defect before, so it need not be the one that was
 * asked for here. Whoever may not see the ledger is led to his own, where the receipt names one. Null where there is none.
 */
export async function hazardBehind({ record: { id, content, passage }, me, signal }: Asking): Promise<string | null> {
  if (!mayAnywhere(me, 'equipment.read')) {
    const onlyChecked = wordsNow()(`conditions.${conditionOf(content) ?? 'intact'}`);
    return passage.number === onlyChecked ? null : hazardOf(content);
  }
  const { items } = await call(listDefects, { params: { equipmentId: content.piece.id }, signal });
  return items.find(({ checkId }) => checkId === id)?.hazardId ?? null;
}
