import { seal, type Sealed, unseal } from '../store/cipher.ts';
import { NotKept, onStore } from '../store/database.ts';
import { noteWriting } from '../store/keeping.ts';
import { keyOf } from '../store/keyring.ts';
import type { PhonePhoto, TakenPhoto } from './prepare-photo.ts';

type Lying = Sealed & { readonly id: string; readonly ownerId: string | null; readonly at: number };

/** What could not be written down: it lives as long as the page. */
const held = new Map<string, Blob>();

/** Keeps a photo for its owner, locked with the owner's key. Where the phone keeps nothing, memory must do. */
export async function keepPhoto(ownerId: string | null, { content, ...photo }: TakenPhoto): Promise<PhonePhoto> {
  held.set(photo.id, content);
  const key = keyOf(ownerId);
  if (key === null) return photo;
  try {
    const lying: Lying = { id: photo.id, ownerId, at: Date.now(), ...(await seal(key, placeOf(photo.id), await content.arrayBuffer())) };
    await onStore('photos', 'readwrite', (store) => store.put(lying));
    held.delete(photo.id);
    noteWriting(null);
  } catch (error) {
    noteWriting(error instanceof NotKept ? error.why : 'refused');
  }
  return photo;
}

/** Whether it lives on this page alone. */
export function isHeld({ id }: Pick<PhonePhoto, 'id'>): boolean {
  return held.has(id);
}

/** Null when the phone does not have it, or has it locked. */
export async function photoContent(ownerId: string | null, { id }: Pick<PhonePhoto, 'id'>): Promise<Blob | null> {
  const here = held.get(id);
  if (here !== undefined) return here;
  return lyingContent(ownerId, id);
}

/** Whether the phone itself has it, whole and to be read again, and not only this page. */
export async function isPhotoKept(ownerId: string | null, { id, bytes }: PhonePhoto): Promise<boolean> {
  return (await lyingContent(ownerId, id))?.size === bytes;
}

async function lyingContent(ownerId: string | null, id: string): Promise<Blob | null> {
  const key = keyOf(ownerId);
  if (key === null) return null;
  try {
    const lying = await onStore<Lying | undefined>('photos', 'readonly', (store) => store.get(id));
    return lying === undefined ? null : new Blob([await unseal(key, placeOf(id), lying)], { type: 'image/jpeg' });
  } catch {
    return null;
  }
}

export async function dropPhotos(photos: readonly PhonePhoto[]): Promise<void> {
  for (const { id } of photos) {
    held.delete(id);
    await onStore('photos', 'readwrite', (store) => store.delete(id)).catch(() => null);
  }
}

const day = 86_400_000;

/** Photos of this owner that no record names any more: taken back, or left by a page that died between two writes. */
export async function sweepPhotos(ownerId: string | null, named: ReadonlySet<string>): Promise<void> {
  const lying = await onStore<IDBValidKey[]>('photos', 'readonly', (store) => store.getAllKeys()).catch(() => []);
  for (const id of lying.filter((each): each is string => typeof each === 'string' && !named.has(each))) {
    const found = await onStore<Lying | undefined>('photos', 'readonly', (store) => store.get(id)).catch(() => undefined);
    if (found?.ownerId === ownerId && Date.now() - found.at > day)
      await onStore('photos', 'readwrite', (store) => store.delete(id)).catch(() => null);
  }
}

function placeOf(id: string): string {
  return `photos ${id}`;
}
