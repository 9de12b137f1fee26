import type { FoundPerson } from '@changming/contract/training';
import type { ViolationKind } from '@changming/domain/training';

import type { PhonePhoto } from '../../../phone/photos/prepare-photo.ts';

/** A violation as it is written down on the phone; the id is that of the record to be. */
export type ViolationDraft = {
  readonly id: string;
  readonly ownerId: string;
  /** ms, when it was seen. */
  readonly at: number;
  /** Who was chosen; null while nobody is, as without a network, when a name is typed. */
  readonly who: FoundPerson | null;
  readonly name: string;
  readonly kind: ViolationKind;
  readonly what: string;
  readonly place: string;
  readonly photos: readonly PhonePhoto[];
};

export function newViolation({ id, ownerId }: Pick<ViolationDraft, 'id' | 'ownerId'>, at: number = Date.now()): ViolationDraft {
  return { id, ownerId, at, who: null, name: '', kind: 'illegalOperation', what: '', place: '', photos: [] };
}

export function isBlankViolation({ who, name, what, place, photos }: ViolationDraft): boolean {
  return who === null && [name, what, place].every((typed) => typed.trim() === '') && photos.length === 0;
}

/** Why it cannot be sent yet, or null. A typed name is looked up when it is sent. */
export function objectionToSending({ who, name, what }: ViolationDraft): 'record.whoHint' | 'record.whatHint' | null {
  if (who === null && name.trim() === '') return 'record.whoHint';
  return what.trim() === '' ? 'record.whatHint' : null;
}

/**
 * The one person whom a typed name means, by 工号 or the whole name; null where it is nobody or several. Nobody has seen yet who was found, so
 * somebody whose name merely holds what was typed is not meant: nothing is written down about the wrong person.
 */
export function whomIsMeant(typed: string, found: readonly FoundPerson[]): FoundPerson | null {
  const word = typed.trim();
  const numbered = found.filter(({ staffNo }) => staffNo === word);
  const meant = numbered.length > 0 ? numbered : found.filter(({ name }) => name === word);
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

/** What is sent about a person; nobody in particular, when the server is to ask. */
export function violationOf({ id, at, kind, what, place, photos }: ViolationDraft, personId: string | null) {
  const said = { what: what.trim(), place: place.trim() === '' ? null : place.trim() };
  const hashes = photos.map(({ sha256 }) => sha256);
  return { id, ...(personId === null ? {} : { personId }), kind, ...said, foundAt: new Date(at).toISOString(), photos: hashes };
}
