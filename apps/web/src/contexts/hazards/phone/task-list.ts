export type TaskList = 'work' | 'accept' | 'own';

/** The list last looked at on this page: coming back from a hazard, one stands where one was. */
let last: TaskList = 'work';

export function openList(): TaskList {
  return last;
}

export function rememberList(list: TaskList): void {
  last = list;
}
