export type TaskList = 'work' | 'accept' | 'decide' | 'own';

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
export function firstList(waiting: { readonly work: number; readonly accept: number; readonly decide: number }): TaskList {
  return (['work', 'accept', 'decide'] as const).find((list) => waiting[list] > 0) ?? 'work';
}
