import { useEffect, useState, useSyncExternalStore } from 'react';

import type { Draft } from './draft.ts';
import { draftsNow, loadDrafts, whenDraftsChange } from './draft-store.ts';

/** Those of them that hold something worth sending. */
export function useWaiting(ownerId: string): readonly Draft[] {
  return (useDrafts(ownerId) ?? []).filter(({ photos }) => photos.length > 0);
}

/** The drafts of one account on this phone; null until what an earlier page kept has been read. */
export function useDrafts(ownerId: string | null): readonly Draft[] | null {
  const drafts = useSyncExternalStore(whenDraftsChange, draftsNow);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void loadDrafts().then(() => setReady(true));
  }, []);
  return ready ? drafts.filter((draft) => draft.ownerId === ownerId) : null;
}
