import { useSyncExternalStore } from 'react';

/** Whether the server was reached the last time somebody tried. */
let up = true;
const listeners = new Set<() => void>();

export function lineIsUp(): boolean {
  return up;
}

export function noteLine(reached: boolean): void {
  if (reached === up) return;
  up = reached;
  for (const listener of listeners) listener();
}

export function whenLineChanges(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLine(): boolean {
  return useSyncExternalStore(whenLineChanges, lineIsUp);
}
