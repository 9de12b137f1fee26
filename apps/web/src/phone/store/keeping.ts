import { useSyncExternalStore } from 'react';

import type { Unkept } from './database.ts';

/** How well this phone keeps what is made on it: `kept`, in memory only (and why), or kept without a promise of the browser. */
export type Keeping = 'kept' | 'unpromised' | Unkept;

let keeping: Keeping = 'kept';
let promised = true;
/** What could not be written, by its id: a small record that was written does not speak for a photo that was not. */
const faults = new Map<string, Unkept>();
const listeners = new Set<() => void>();

/** What the last attempt to write `what` said; null that it was written, or is needed no longer. */
export function noteWriting(what: string, fault: Unkept | null): void {
  if (fault === null) faults.delete(what);
  else faults.set(what, fault);
  show();
}

function show(): void {
  const [fault] = faults.values();
  const next = fault ?? (promised ? 'kept' : 'unpromised');
  if (next === keeping) return;
  keeping = next;
  for (const listener of listeners) listener();
}

export function keepingNow(): Keeping {
  return keeping;
}

export function useKeeping(): Keeping {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, keepingNow);
}

/** Asks the browser not to clear this page's store when the phone is short of space. Some never promise it to a page that is not installed. */
export async function askToKeep(): Promise<void> {
  const storage = navigator.storage as StorageManager | undefined;
  if (storage?.persist === undefined) return;
  promised = (await storage.persisted()) || (await storage.persist());
  show();
}

/** What the browser has promised before, without asking it again. */
export async function recallPromise(): Promise<void> {
  const storage = navigator.storage as StorageManager | undefined;
  if (storage?.persisted === undefined) return;
  promised = await storage.persisted();
  show();
}
