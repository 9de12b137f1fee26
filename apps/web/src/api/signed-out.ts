/** Whether the session ended while a page was open. The page stays as it is; `SignInAgain` stands before it. */
let ended = false;
const listeners = new Set<() => void>();

export function sessionEnded(): boolean {
  return ended;
}

export function noteSession(state: 'ended' | 'resumed'): void {
  ended = state === 'ended';
  for (const listener of listeners) listener();
}

export function whenSessionChanges(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
