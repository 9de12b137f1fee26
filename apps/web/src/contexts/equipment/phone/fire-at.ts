import * as contract from '@changming/contract/equipment';

import { call } from '../../../api/call.ts';

export type { FireAtPlate } from '@changming/contract/equipment';

/** The fire equipment at the point of a plate. */
export function fireAt(code: string, signal: AbortSignal) {
  return call(contract.readFireAtPlate, { params: { code }, signal });
}
