export type TaskList = 'work' | 'accept' | 'own';

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
export function firstList({ work, accept }: { readonly work: number; readonly accept: number }): TaskList {
  return work === 0 && accept > 0 ? 'accept' : 'work';
}
