import { newId } from '../../../api/new-id.ts';
import { go } from '../../../phone/path.ts';
import { newViolation } from './violation-draft.ts';
import { keepViolation } from './violation-store.ts';

/** A new record, kept on this phone from its first word. */
export function beginViolation(ownerId: string): void {
  const id = newId();
  keepViolation(newViolation({ id, ownerId }));
  go(`/m/training/violations/${id}`);
}
