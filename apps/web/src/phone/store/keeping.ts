import { useSyncExternalStore } from 'react';

import type { Unkept } from './database.ts';

/** How well this phone keeps what is made on it: `kept`, in memory only (and why), or kept without a promise of the browser. */
export type Keeping = 'kept' | 'unpromised' | Unkept;

let keeping: Keeping = 'kept';
let promised = true;
const listeners = new Set<() => void>();

/** What the last attempt to write said; null that it was written. */
export function noteWriting(fault: Unkept | null): void {
  const next = fault ?? (promised ? 'kept' : 'unpromised');
  if (next === keeping) return;
  keeping = next;
  for (const listener of listeners) listener();
}

export function useKeeping(): Keeping {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => keeping,
  );
}

/** Asks the browser not to clear this page's store when the phone is short of space. Some never promise it to a page that is not installed. */
export async function askToKeep(): Promise<void> {
  const storage = navigator.storage as StorageManager | undefined;
  if (storage?.persist === undefined) return;
  promised = (await storage.persisted()) || (await storage.persist());
  if (keeping === 'kept' || keeping === 'unpromised') noteWriting(null);
}
