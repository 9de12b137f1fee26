import { useSyncExternalStore } from 'react';

/** Where the phone is: the path and nothing else, so that a plate (`/m/p/<code>`) opens its page in any browser. */
export function usePath(): string {
  return useSyncExternalStore(onMove, () => location.pathname.replace(/\/+$/, ''));
}

export function go(path: string): void {
  history.pushState(null, '', path);
  moved.dispatchEvent(new Event('move'));
  scrollTo(0, 0);
}

/** As `go`, in the place of the page that stands: it is not come back to. */
export function goInstead(path: string): void {
  history.replaceState(null, '', path);
  moved.dispatchEvent(new Event('move'));
}

/** Back to where one came from; to `otherwise` when the page was opened by a link or a plate. */
export function goBack(otherwise: string): void {
  if (history.length > 1) history.back();
  else go(otherwise);
}

const moved = new EventTarget();

function onMove(listener: () => void): () => void {
  addEventListener('popstate', listener);
  moved.addEventListener('move', listener);
  return () => {
    removeEventListener('popstate', listener);
    moved.removeEventListener('move', listener);
  };
}
