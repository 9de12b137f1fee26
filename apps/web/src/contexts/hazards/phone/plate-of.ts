import { readPlate, readPlateAtDoor } from '@changming/contract/points';

import { call } from '../../../api/call.ts';
import { isSignedOut, NetworkError, ProblemError } from '../../../api/problem-error.ts';
import { enter } from '../../../phone/enter.ts';
import { readPart } from '../../../phone/snapshot/part-store.ts';
import { heldAccount } from '../../../phone/store/keyring.ts';
import { type KeptPlate, plates } from '../../points/phone/snapshot.ts';
import type { Place } from './draft.ts';
import { visitedPlaces } from './recent-places.ts';

export type Plate = {
  readonly place: Place & { by: 'plate' };
  /** Null where only its name is known. */
  readonly pointId: string | null;
  readonly ownerId: string | null;
  /** It belongs to others. */
  readonly elsewhere: boolean;
  /** There is no network, and the phone does not hold it: the code is all there is. */
  readonly unknown: boolean;
};

/** As the person who is signed in sees it; as a passer-by does where nobody is, or where the place belongs to others. */
export async function plateOf(code: string, signal: AbortSignal): Promise<Plate> {
  const [entered, own] = await Promise.allSettled([enter(signal), call(readPlate, { params: { code }, signal })]);
  if (own.status === 'rejected' && own.reason instanceof NetworkError) return plateOnPhone(code);
  if (entered.status === 'rejected' && !isSignedOut(entered.reason)) throw entered.reason;
  const ownerId = entered.status === 'fulfilled' ? entered.value.me.account.id : null;
  if (own.status === 'fulfilled') return found(code, own.value, ownerId);
  if (!(own.reason instanceof ProblemError)) throw own.reason;
  const seen = await call(readPlateAtDoor, { params: { code }, signal });
  return { ...found(code, { ...seen, id: null }, ownerId), elsewhere: ownerId !== null };
}

/** Without a network: the plate carries its code, so a report knows its place whether the phone knows the name or not. */
async function plateOnPhone(code: string): Promise<Plate> {
  const ownerId = await heldAccount();
  const part = ownerId === null ? null : await readPart<readonly KeptPlate[]>(ownerId, plates.name);
  const kept = part?.value.find((plate) => plate.code === code);
  if (kept !== undefined) return found(code, kept, ownerId);
  const visited = ownerId === null ? [] : await visitedPlaces(ownerId);
  const known = visited.find((place) => place.by === 'plate' && place.code === code);
  if (known?.by === 'plate') return found(code, { id: null, name: known.name, unit: known.unit }, ownerId);
  return { ...found(code, { id: null, name: code, unit: '' }, ownerId), unknown: true };
}

type Named = { readonly id: string | null; readonly name: string; readonly unit: string };

function found(code: string, { id, name, unit }: Named, ownerId: string | null): Plate {
  return { place: { by: 'plate', code, name, unit }, pointId: id, ownerId, elsewhere: false, unknown: false };
}
