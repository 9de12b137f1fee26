export type TaskList = 'work' | 'triage' | 'accept' | 'decide' | 'own';

/** The list last looked at on this page: coming back from a hazard, one stands where one was. */
let last: TaskList | null = null;

/** Null until one was chosen. */
export function openList(): TaskList | null {
  return last;
}

export function rememberList(list: TaskList): void {
  last = list;
}

/** The list that has work, one's own first. */
export function firstList(waiting: Readonly<Record<'work' | 'triage' | 'accept' | 'decide', number>>): TaskList {
  return (['work', 'triage', 'accept', 'decide'] as const).find((list) => waiting[list] > 0) ?? 'work';
}
