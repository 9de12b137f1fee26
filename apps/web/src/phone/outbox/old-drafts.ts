import { newId } from '../../api/new-id.ts';
import { keepPhoto } from '../photos/photo-store.ts';
import type { PhonePhoto, TakenPhoto } from '../photos/prepare-photo.ts';
import { onStore } from '../store/database.ts';
import { keepItemNow } from './outbox.ts';
import { begun } from './passage.ts';

/** A draft as earlier versions of the phone kept it, in the clear and with its photos inside. */
type OldDraft = {
  readonly key: string;
  readonly kind: string;
  readonly ownerId: string | null;
  readonly at: number;
  readonly photos: readonly TakenPhoto[];
  readonly after?: readonly TakenPhoto[];
};

/** Moves what an earlier version left of this owner into the outbox, locked; nothing of it is sent before its owner has looked at it. */
export async function moveOldDrafts(ownerId: string): Promise<void> {
  const all = await onStore<OldDraft[]>('drafts', 'readonly', (store) => store.getAll()).catch((): OldDraft[] => []);
  for (const draft of all.filter((each) => each.ownerId === ownerId)) {
    const { key, at, ...content } = draft;
    const photos = await kept(ownerId, draft.photos);
    const after = await kept(ownerId, draft.after ?? []);
    const kind = draft.kind === 'report' ? 'report' : 'work';
    const id = kind === 'report' ? key.slice(key.indexOf(':') + 1) : newId(at);
    const filled = { ...content, id, at, photos, after, start: false, requestId: id };
    await keepItemNow({ id, kind, ownerId, at, content: filled, passage: begun });
    await onStore('drafts', 'readwrite', (store) => store.delete(key)).catch(() => null);
  }
}

async function kept(ownerId: string, photos: readonly TakenPhoto[]): Promise<readonly PhonePhoto[]> {
  const all: PhonePhoto[] = [];
  for (const photo of photos) all.push(await keepPhoto(ownerId, { ...photo, bytes: photo.content.size }));
  return all;
}
