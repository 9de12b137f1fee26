import { listOwnPlaces } from '@changming/contract/hazards/reads';
import { useEffect, useState } from 'react';

import { call } from '../../../api/call.ts';
import type { Place } from './draft.ts';
import { clearOpenShelf, keyOf, recentPlaces } from './recent-places.ts';

/**
 * The last places of whoever is signed in, as this phone holds them; where it holds none, those where the person reported lately, as the
 * server has them. Null until they are known.
 */
export function usePlacesLately(ownerId: string): readonly Place[] | null {
  const [places, setPlaces] = useState<readonly Place[] | null>(null);
  useEffect(() => {
    const control = new AbortController();
    clearOpenShelf();
    void latelyOf(ownerId, control.signal).then((found) => control.signal.aborted || setPlaces(found));
    return () => control.abort();
  }, [ownerId]);
  return places;
}

async function latelyOf(ownerId: string, signal: AbortSignal): Promise<readonly Place[]> {
  const here = await recentPlaces(ownerId);
  if (here.length > 0) return here;
  return call(listOwnPlaces, { signal }).then(
    (answer) => distinct(answer.lately.map(placeOf)),
    () => [],
  );
}

type Lately = Awaited<ReturnType<typeof call<typeof listOwnPlaces>>>['lately'][number];

/** One unit may have been reported in at several spots. */
function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [keyOf(place), place])).values()];
}

function placeOf({ unitId, unit, point, plateCode }: Lately): Place {
  if (plateCode === null) return { by: 'unit', unitId, name: unit };
  return { by: 'plate', code: plateCode, name: point ?? plateCode, unit };
}
