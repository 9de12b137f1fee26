import { useOpenItems } from '../../../phone/outbox/use-items.ts';
import type { HazardItem } from './draft-store.ts';
import { isHazardItem } from './draft-store.ts';

/** The drafts of one account on this phone, and what of them is on its way; null until what an earlier page kept has been read. */
export function useDrafts(ownerId: string | null): readonly HazardItem[] | null {
  return useOpenItems(ownerId)?.filter(isHazardItem) ?? null;
}
