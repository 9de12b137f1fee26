import type { OutboxItem } from '../../../phone/outbox/item.ts';
import { itemNow, keepItem, keepItemNow } from '../../../phone/outbox/outbox.ts';
import { begun, momentNow, step } from '../../../phone/outbox/passage.ts';
import { wake } from '../../../phone/outbox/sender.ts';
import { useOpenItems } from '../../../phone/outbox/use-items.ts';
import type { PhonePhoto } from '../../../phone/photos/prepare-photo.ts';
import { type Check, withPhoto } from './check.ts';

/** A check in the outbox. */
export type CheckRecord = OutboxItem<Check>;

/** Keeps what was answered so far. What the server has, or may have, does not change any more. */
export function keepCheck(check: Check): void {
  const item = recordOf(check);
  const passage = item.passage.standing.is === 'refused' ? step(item.passage, { type: 'reopened' }, momentNow()) : item.passage;
  if (passage.standing.is === 'draft') keepItem({ ...item, passage });
}

/** Adds a photo to the check as it stands now: a photo is ready later than it was taken, and more may have been answered since. */
export function addPhoto(checkId: string, item: string, photo: PhonePhoto): void {
  const record = itemNow(checkId);
  if (record !== undefined && isCheckRecord(record)) keepCheck(withPhoto(record.content, item, photo));
}

/** 提交: from now on it is sent until the server has all of it. */
export async function handInCheck(check: Check): Promise<void> {
  const item = recordOf({ ...check, doneAt: check.doneAt ?? Date.now() });
  await keepItemNow({ ...item, passage: step(item.passage, { type: 'sealed' }, momentNow()) });
  wake();
}

function recordOf(check: Check): CheckRecord {
  const { id, ownerId, at } = check;
  return { id, kind: 'check', ownerId, at, content: check, passage: itemNow(id)?.passage ?? begun };
}

/** Whether a check of this occurrence was sent off, or lies ready to be sent. */
export function isHandedIn(occurrenceId: string, records: readonly CheckRecord[]): boolean {
  return records.some(({ content, passage }) => content.task.id === occurrenceId && passage.standing.is !== 'draft');
}

/** The checks of one account on this phone, begun or on their way; null until what an earlier page kept has been read. */
export function useChecks(ownerId: string): readonly CheckRecord[] | null {
  return useOpenItems(ownerId)?.filter(isCheckRecord) ?? null;
}

function isCheckRecord(item: OutboxItem): item is CheckRecord {
  return item.kind === 'check';
}
