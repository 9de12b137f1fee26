import { type FireSpots, readFireAtPlate } from '@changming/contract/equipment';
import { useCallback } from 'react';

import { call } from '../../../api/call.ts';
import type { Kept } from '../../../phone/snapshot/part.ts';
import { readPart } from '../../../phone/snapshot/part-store.ts';
import { type AskedKept, useAskKept } from '../../../phone/snapshot/use-kept.ts';
import type { FirePlate } from './look.ts';
import { fireSpots } from './snapshot.ts';

/** The fire equipment at the point of a plate; without a network as the phone holds it. */
export function useFireAt(code: string, ownerId: string): AskedKept<FirePlate> {
  const ask = useCallback((signal: AbortSignal) => call(readFireAtPlate, { params: { code }, signal }), [code]);
  const kept = useCallback(() => keptAt(code, ownerId), [code, ownerId]);
  return useAskKept<FirePlate>(ask, kept);
}

async function keptAt(code: string, ownerId: string): Promise<Kept<FirePlate> | null> {
  const part = await readPart<FireSpots>(ownerId, fireSpots.name);
  const plate = part?.value.plates.find(({ point }) => point.code === code);
  return part === null || plate === undefined ? null : { value: plate, at: part.at };
}
