import * as contract from '@changming/contract/responsibilities';

import { call } from '../../../api/call.ts';

export type { DutyOccurrence, Letter, LetterDetail } from '@changming/contract/responsibilities';

export async function ownDutiesAndLetters(signal: AbortSignal) {
  const [duties, letters] = await Promise.all([call(contract.listOwnDuties, { signal }), call(contract.listOwnLetters, { signal })]);
  return { ...duties, letters: letters.items };
}

export function letterOf(letterId: string, signal: AbortSignal) {
  return call(contract.readLetter, { params: { letterId }, signal });
}

export function sign(letterId: string, sha256: string) {
  return call(contract.signLetter, { params: { letterId }, body: { sha256 } });
}
