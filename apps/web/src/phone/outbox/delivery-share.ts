import { useSyncExternalStore } from 'react';

/** How much of the photo that is on its way has left, by record. */
export type Share = { readonly sha256: string; readonly share: number };

const shares = new Map<string, Share>();
const listeners = new Set<() => void>();

export function noteShare(id: string, share: Share | null): void {
  if (share === null) shares.delete(id);
  else shares.set(id, share);
  for (const listener of listeners) listener();
}

export function useShare(id: string): Share | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shares.get(id) ?? null,
  );
}
