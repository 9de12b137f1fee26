import type { Me } from '../api/me.ts';
import { useStored } from '../ui/use-stored.ts';

export type OwnUnit = Me['units'][number];

/** The unit a person with several posts works for now: where lists begin and forms are filled in. */
export function useCurrentUnit(me: Me): readonly [OwnUnit | null, (unitId: string) => void] {
  const [storedId, store] = useStored<string | null>('unit', null);
  return [me.units.find(({ id }) => id === storedId) ?? me.units[0] ?? null, store];
}
