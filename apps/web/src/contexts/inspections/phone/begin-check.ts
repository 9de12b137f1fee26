import { go } from '../../../phone/path.ts';
import { type Begun, type Checklist, newCheck, type Task } from './check.ts';
import { keepCheck } from './check-store.ts';

type Beginning = { readonly task: Task; readonly checklist: Checklist; readonly begun: Begun; readonly ownerId: string };

/** Begins a check and opens it. */
export function beginCheck(beginning: Beginning): void {
  keepCheck(newCheck(beginning));
  go(`/m/checks/${beginning.task.id}`);
}
