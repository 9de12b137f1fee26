import { useSyncExternalStore } from 'react';

/** How much of the photos that are on their way has left, by record: one and a half when one is nearly there and the next half. */
const shares = new Map<string, number>();
const listeners = new Set<() => void>();

export function noteShare(id: string, share: number | null): void {
  if (share === null) shares.delete(id);
  else shares.set(id, share);
  for (const listener of listeners) listener();
}

export function useShare(id: string): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shares.get(id) ?? 0,
  );
}
