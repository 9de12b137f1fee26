import type { ImportRefusal } from '@changming/domain/imports';
import { refuse } from '@changming/domain/kernel/refusal';

/** A file that is not let in. */
export function refuseImport(code: ImportRefusal, facts?: Readonly<Record<string, string | number>>): never {
  return refuse('invalid', code, facts);
}
