import { readFileSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

const { PRIORITY_BELOW_NORMAL: back } = constants.priority;
/** Sessions compete with whatever else runs on the machine, so theirs is the lesser step: about a half. */
const sessionBack = 3;

/**
 * A process steps back behind those that people wait for: while they have work it takes about a tenth of what one of them takes, and all
 * that they leave. It cannot be undone without the rights of the administrator, so it is for processes that never answer a person.
 */
export function stepBack(pid: number): void {
  try {
    setPriority(pid, back);
  } catch {
    // Another user's process, or a system that knows no priorities: it goes on as it is.
    return;
  }
  if (leadsItsSession(pid)) groupStepsBack(pid);
}

/**
 * Where Linux shares the processors out by session, a priority counts among the processes of one session only, and a connection's process
 * is a session by itself, as is a program that was started apart: there the session has to step back as a whole.
 */
function groupStepsBack(pid: number, tries = 20): void {
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(sessionBack));
  } catch (error) {
    // The system lets a user say so ten times a second. Whatever else it says, the process is gone or sessions do not matter here.
    const soon = (error as NodeJS.ErrnoException).code === 'EAGAIN' && tries > 0;
    if (soon) setTimeout(groupStepsBack, 150, pid, tries - 1).unref();
  }
}

/** A session that somebody else leads is not this process's to move. */
function leadsItsSession(pid: number): boolean {
  try {
    const [, , , session] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return Number(session) === pid;
  } catch {
    return false;
  }
}

/** Whether the server listens on a socket of this machine, so that the processes it names are processes here. */
export function isOnThisMachine(url: string): boolean {
  return URL.parse(url)?.searchParams.get('host')?.startsWith('/') ?? false;
}
