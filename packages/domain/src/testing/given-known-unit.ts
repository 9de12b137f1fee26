import type { KnownUnit } from '../imports/unit-recogniser.ts';

/** A unit that is there, without a code and without short names. */
export function givenKnownUnit(id: string, name: string, parentId: string | null, kind: KnownUnit['kind']): KnownUnit {
  return { id, name, shortNames: [], parentId, kind, code: null };
}
