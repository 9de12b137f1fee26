import type { Task } from './check.ts';

/** Where a task stands for whoever looks at the list: over its time, to be done now, later today, done, or no more owed. */
export type Due = 'overdue' | 'now' | 'later' | 'over';

type Owed = Pick<Task, 'state' | 'opensAt' | 'dueAt' | 'resultId'>;

/** What was missed and done afterwards stays missed, but asks for nothing more. */
export function dueOf({ state, opensAt, dueAt, resultId }: Owed, now: Date): Due {
  if (state === 'done' || state === 'waived' || resultId !== null) return 'over';
  if (state === 'missed' || new Date(dueAt) < now) return 'overdue';
  return new Date(opensAt) > now ? 'later' : 'now';
}

/** Those that may be done, the nearest end first; what is over its time comes before. */
export function toDo<Each extends Owed>(tasks: readonly Each[], now: Date): Each[] {
  const order: readonly Due[] = ['overdue', 'now', 'later'];
  return tasks
    .filter((task) => dueOf(task, now) !== 'over')
    .toSorted(
      (one, other) => order.indexOf(dueOf(one, now)) - order.indexOf(dueOf(other, now)) || Date.parse(one.dueAt) - Date.parse(other.dueAt),
    );
}
