import { newId } from '../../api/new-id.ts';
import { newSecret } from '../../api/new-secret.ts';
import { isPhotoKept, keepPhoto } from '../photos/photo-store.ts';
import type { PhonePhoto, TakenPhoto } from '../photos/prepare-photo.ts';
import { onStore } from '../store/database.ts';
import { keyOf } from '../store/keyring.ts';
import { isItemKept, itemNow, keepItemNow } from './outbox.ts';
import { begun } from './passage.ts';

/** A draft as earlier versions of the phone kept it, in the clear and with its photos inside. */
type OldDraft = {
  readonly key: string;
  readonly kind: string;
  readonly ownerId: string | null;
  readonly at: number;
  readonly photos: readonly TakenPhoto[];
  readonly after?: readonly TakenPhoto[];
  readonly claimCode?: string | null;
};

/** The new names of drafts that had none: what could not be moved is tried again under the same name. */
const named = new Map<string, string>();

/**
 * Moves what an earlier version left of this owner into the outbox, locked; nothing of it is sent before its owner has looked at it.
 * An original goes only when the record and all its photos have been read back; what was moved before and changed since stays as it is.
 */
export async function moveOldDrafts(ownerId: string | null): Promise<void> {
  if (keyOf(ownerId) === null) return;
  const all = await onStore<OldDraft[]>('drafts', 'readonly', (store) => store.getAll()).catch((): OldDraft[] => []);
  for (const draft of all.filter((each) => each.ownerId === ownerId))
    if (await isMoved(draft)) await onStore('drafts', 'readwrite', (store) => store.delete(draft.key)).catch(() => null);
}

async function isMoved(draft: OldDraft): Promise<boolean> {
  const { key, claimCode, ...content } = draft;
  const { ownerId, at } = draft;
  const photos = await kept(ownerId, draft.photos);
  const after = await kept(ownerId, draft.after ?? []);
  const kind = draft.kind === 'report' ? 'report' : 'work';
  const id = kind === 'report' ? key.slice(key.indexOf(':') + 1) : nameOf(draft);
  const filled = { secret: claimCode ?? newSecret(), ...content, id, photos, after, start: false, requestId: id };
  await keepItemNow(itemNow(id) ?? { id, kind, ownerId, at, content: filled, passage: begun });
  const safe = await Promise.all([isItemKept(id), ...[...photos, ...after].map((photo) => isPhotoKept(ownerId, photo))]);
  return safe.every(Boolean);
}

function nameOf({ key, at }: OldDraft): string {
  const name = named.get(key) ?? newId(at);
  named.set(key, name);
  return name;
}

async function kept(ownerId: string | null, photos: readonly TakenPhoto[]): Promise<readonly PhonePhoto[]> {
  const all: PhonePhoto[] = [];
  for (const photo of photos) all.push(await keepPhoto(ownerId, { ...photo, bytes: photo.content.size }));
  return all;
}
