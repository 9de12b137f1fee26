import { constants, setPriority } from 'node:os';

/**
 * A process steps back behind those that people wait for: while they have work it takes about a tenth, and all that they leave. It cannot be undone without the rights of the
 * administrator, so it is for processes that never answer a person.
 */
export function stepBack(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Another user's process, or a system that knows no priorities: it goes on as it is.
  }
}

/** Whether the server listens on a socket of this machine, so that the processes it names are processes here. */
export function isOnThisMachine(url: string): boolean {
  return URL.parse(url)?.searchParams.get('host')?.startsWith('/') ?? false;
}
