import { useEffect, useState, useSyncExternalStore } from 'react';

import { unlockForNobody } from '../store/keyring.ts';
import type { OutboxItem } from './item.ts';
import { moveOldDrafts } from './old-drafts.ts';
import { countOthers } from './others.ts';
import { isWritten, itemsNow, openItems, whenItemsChange } from './outbox.ts';

/** The records of one account that are open on this phone; those of nobody are opened here, those of a person at the sign-in. */
export function useOpenItems(ownerId: string | null): readonly OutboxItem[] | null {
  const items = useSyncExternalStore(whenItemsChange, itemsNow);
  const [ready, setReady] = useState(ownerId !== null);
  useEffect(() => {
    if (ownerId === null) void openNobodys().then(() => setReady(true));
  }, [ownerId]);
  return ready ? items.filter((item) => item.ownerId === ownerId) : null;
}

/** Whether a record lies on the phone and not only on this page. */
export function useIsWritten(id: string): boolean {
  return useSyncExternalStore(whenItemsChange, () => isWritten(id));
}

/** How many records of others wait here; none while that is not known. */
export function useOthers(ownerId: string): number {
  const [others, setOthers] = useState(0);
  useEffect(() => countOthers(ownerId, setOthers), [ownerId]);
  return others;
}

async function openNobodys(): Promise<void> {
  await unlockForNobody();
  await openItems(null);
  await moveOldDrafts(null);
}
