import { seal, type Sealed, unseal } from '../store/cipher.ts';
import { eachOnStore, NotKept, onStore } from '../store/database.ts';
import { noteWriting } from '../store/keeping.ts';
import { keyOf } from '../store/keyring.ts';
import type { PhonePhoto, TakenPhoto } from './prepare-photo.ts';

type Lying = Sealed & { readonly id: string; readonly ownerId: string | null; readonly at: number };

/** What could not be written down: it lives as long as the page. */
const held = new Map<string, { readonly ownerId: string | null; readonly content: Blob }>();

/** Keeps a photo for its owner, locked with the owner's key. Where the phone keeps nothing, memory must do. */
export async function keepPhoto(ownerId: string | null, { content, ...photo }: TakenPhoto): Promise<PhonePhoto> {
  held.set(photo.id, { ownerId, content });
  await layDown(photo.id);
  return photo;
}

/** Tries again to write down what lives on this page alone: there may be room by now. */
export async function keepHeldPhotos(): Promise<void> {
  for (const id of held.keys()) await layDown(id);
}

async function layDown(id: string): Promise<void> {
  const photo = held.get(id);
  const key = photo === undefined ? null : keyOf(photo.ownerId);
  if (photo === undefined || key === null) return;
  try {
    const { ownerId, content } = photo;
    const lying: Lying = { id, ownerId, at: Date.now(), ...(await seal(key, placeOf(id), await content.arrayBuffer())) };
    if (!held.has(id)) return;
    await onStore('photos', 'readwrite', (store) => store.put(lying));
    held.delete(id);
    noteWriting(id, null);
  } catch (error) {
    noteWriting(id, error instanceof NotKept ? error.why : 'refused');
  }
}

/** Whether it lives on this page alone. */
export function isHeld({ id }: Pick<PhonePhoto, 'id'>): boolean {
  return held.has(id);
}

/** Whether any photo lives on this page alone. */
export function isAnyHeld(): boolean {
  return held.size > 0;
}

/** Null when the phone does not have it, or has it locked. */
export async function photoContent(ownerId: string | null, { id }: Pick<PhonePhoto, 'id'>): Promise<Blob | null> {
  return held.get(id)?.content ?? lyingContent(ownerId, id);
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
    noteWriting(id, null);
  }
  await eachOnStore('photos', photos, (store, { id }) => store.delete(id)).catch(() => null);
}

const day = 86_400_000;

/**
 * Photos of this owner that no record names any more: taken back, or left by a page that died between two writes. Looked for once a day:
 * whose a photo is can only be read with the whole of it, and a colleague may have left a thousand.
 */
export async function sweepPhotos(ownerId: string | null, named: ReadonlySet<string>): Promise<void> {
  const shelf = `cm.phone.swept.${ownerId ?? 'nobody'}`;
  if (Math.abs(Date.now() - Number(localStorage.getItem(shelf) ?? 0)) < day) return;
  localStorage.setItem(shelf, String(Date.now()));
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
