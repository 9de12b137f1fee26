import { listOwnPlaces } from '@changming/contract/hazards/reads';
import { useEffect, useState } from 'react';

import { call } from '../../../api/call.ts';
import type { Place } from './draft.ts';
import { keyOf, recentPlaces } from './recent-places.ts';

/** The last places of this phone; where it knows none, those where the person reported lately, as the server has them. */
export function usePlacesLately(): readonly Place[] {
  const [here] = useState(recentPlaces);
  const [lately, setLately] = useState<readonly Place[]>([]);
  const unknown = here.length === 0;
  useEffect(() => {
    if (!unknown) return undefined;
    const control = new AbortController();
    call(listOwnPlaces, { signal: control.signal }).then(
      (answer) => setLately(distinct(answer.lately.map(placeOf))),
      () => null,
    );
    return () => control.abort();
  }, [unknown]);
  return unknown ? lately : here;
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
