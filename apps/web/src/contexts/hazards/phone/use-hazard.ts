import type { HazardDetail } from '@changming/contract/hazards';
import { readHazard } from '@changming/contract/hazards/reads';
import { useCallback } from 'react';

import { call } from '../../../api/call.ts';
import { rememberPictures } from '../../../phone/photos/kept-pictures.ts';
import { useSession } from '../../../phone/session.tsx';
import type { Kept } from '../../../phone/snapshot/part.ts';
import { keepPart, readPart } from '../../../phone/snapshot/part-store.ts';
import { type AskedKept, useAskKept } from '../../../phone/snapshot/use-kept.ts';
import { hazardRecords, type KeptRecords } from './snapshot.ts';

/**
 * The hazard with its record, read again after every act; without a network as the phone holds it among one's tasks, or as it was when
 * it was last looked at.
 */
export function useHazard(hazardId: string): AskedKept<HazardDetail> {
  const { me } = useSession();
  const ownerId = me.account.id;
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const hazard = await call(readHazard, { params: { hazardId }, signal });
      void rememberSeen(ownerId, hazard);
      return hazard;
    },
    [ownerId, hazardId],
  );
  const kept = useCallback(() => keptHazard(ownerId, hazardId), [ownerId, hazardId]);
  return useAskKept(ask, kept);
}

const seenPart = 'hazards.seen';
type Seen = readonly Kept<HazardDetail>[];

/** As many records that one looked at are held besides the tasks. */
const mostSeen = 20;

async function rememberSeen(ownerId: string, hazard: HazardDetail): Promise<void> {
  const before = (await readPart<Seen>(ownerId, seenPart))?.value ?? [];
  const others = before.filter(({ value }) => value.id !== hazard.id);
  await keepPart(ownerId, seenPart, [{ value: hazard, at: Date.now() }, ...others].slice(0, mostSeen));
}

/** The later of the two. */
async function keptHazard(ownerId: string, hazardId: string): Promise<Kept<HazardDetail> | null> {
  const seen = (await readPart<Seen>(ownerId, seenPart))?.value.find(({ value }) => value.id === hazardId) ?? null;
  const owed = await amongTasks(ownerId, hazardId);
  if (seen === null || owed === null) return seen ?? owed;
  return seen.at > owed.at ? seen : owed;
}

async function amongTasks(ownerId: string, hazardId: string): Promise<Kept<HazardDetail> | null> {
  const part = await readPart<KeptRecords>(ownerId, hazardRecords.name);
  if (part === null) return null;
  rememberPictures(part.value.pictures);
  const value = part.value.details.find(({ id }) => id === hazardId);
  return value === undefined ? null : { value, at: part.at };
}
