import { useSyncExternalStore } from 'react';

/** Below this there is no room for a menu beside the page. */
const narrow = window.matchMedia('(width < 720px)');

/** Whether the window is as narrow as a phone; followed as it changes. */
export function useNarrow(): boolean {
  return useSyncExternalStore(follow, () => narrow.matches);
}

function follow(changed: () => void): () => void {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
}
