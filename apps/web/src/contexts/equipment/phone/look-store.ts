import type { OutboxItem } from '../../../phone/outbox/item.ts';
import { itemNow, keepItem, keepItemNow } from '../../../phone/outbox/outbox.ts';
import { begun, momentNow, step } from '../../../phone/outbox/passage.ts';
import { wake } from '../../../phone/outbox/sender.ts';
import { useOpenItems } from '../../../phone/outbox/use-items.ts';
import type { PhonePhoto } from '../../../phone/photos/prepare-photo.ts';
import { type Look, withPhoto } from './look.ts';

/** A look-over in the outbox. */
export type LookRecord = OutboxItem<Look>;

/** Keeps what was answered so far. What the server has, or may have, does not change any more. */
export function keepLook(look: Look): void {
  const item = recordOf(look);
  const passage = item.passage.standing.is === 'refused' ? step(item.passage, { type: 'reopened' }, momentNow()) : item.passage;
  if (passage.standing.is === 'draft') keepItem({ ...item, passage });
}

/** Adds a photo to the look-over as it stands now: a photo is ready later than it was taken. */
export function addPhoto(lookId: string, photo: PhonePhoto): void {
  const record = itemNow(lookId);
  if (record !== undefined && isLookRecord(record)) keepLook(withPhoto(record.content, photo));
}

/** 提交: from now on it is sent until the server has all of it. */
export async function handInLook(look: Look): Promise<void> {
  const item = recordOf({ ...look, doneAt: look.doneAt ?? Date.now() });
  await keepItemNow({ ...item, passage: step(item.passage, { type: 'sealed' }, momentNow()) });
  wake();
}

function recordOf(look: Look): LookRecord {
  const { id, ownerId, at } = look;
  return { id, kind: 'spot', ownerId, at, content: look, passage: itemNow(id)?.passage ?? begun };
}

/** The look-overs of one account on this phone, begun or on their way; null until what an earlier page kept has been read. */
export function useLooks(ownerId: string): readonly LookRecord[] | null {
  return useOpenItems(ownerId)?.filter(isLookRecord) ?? null;
}

/** What of this piece lies on the phone, the latest first looked at. */
export function lookOf(pieceId: string, records: readonly LookRecord[]): LookRecord | undefined {
  return records.findLast(({ content }) => content.piece.id === pieceId);
}

/** Whether it was handed in here, whether the server has it yet or not. */
export function isHandedIn(pieceId: string, records: readonly LookRecord[]): boolean {
  const is = lookOf(pieceId, records)?.passage.standing.is;
  return is !== undefined && is !== 'draft' && is !== 'refused';
}

function isLookRecord(item: OutboxItem): item is LookRecord {
  return item.kind === 'spot';
}
