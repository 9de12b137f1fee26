import type { PhonePhoto } from './prepare-photo.ts';
import { sha256 } from './sha256.ts';

/** A photo that the server misses, and the record whose evidence it is to be. */
export type MissingPhoto = { readonly sha256: string; readonly subjectId: string };

type PhotoCopy = { readonly photo: PhonePhoto; readonly subjectId: string };

/**
 * The photo once for every record that misses it: the same picture may stand at an item that became a hazard and at one that did not. Each
 * is evidence with an id of its own, and with the same one however often it is sent.
 */
export async function photoCopies(photo: PhonePhoto, resultId: string, missing: readonly MissingPhoto[]): Promise<readonly PhotoCopy[]> {
  const subjects = missing.filter((each) => each.sha256 === photo.sha256).map(({ subjectId }) => subjectId);
  return Promise.all(
    subjects.map(async (subjectId) => ({
      photo: subjectId === resultId ? photo : { ...photo, id: await idBeside(photo.id, subjectId) },
      subjectId,
    })),
  );
}

/** A UUIDv7 of the same instant as `id`. */
async function idBeside(id: string, subjectId: string): Promise<string> {
  const hash = await sha256(new TextEncoder().encode(`${id} ${subjectId}`));
  return `${id.slice(0, 14)}7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
