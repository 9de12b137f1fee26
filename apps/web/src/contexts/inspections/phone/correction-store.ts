import type { OutboxItem } from '../../../phone/outbox/item.ts';
import { itemNow, keepItem, keepItemNow } from '../../../phone/outbox/outbox.ts';
import { begun, mayReopen, momentNow, step } from '../../../phone/outbox/passage.ts';
import { wake } from '../../../phone/outbox/sender.ts';
import { useOpenItems } from '../../../phone/outbox/use-items.ts';
import type { PhonePhoto } from '../../../phone/photos/prepare-photo.ts';
import { type Correction, withPhoto } from './correction.ts';

/** A correction in the outbox. */
export type CorrectionRecord = OutboxItem<Correction>;

/** Keeps what was changed so far. What the server has, or may have, does not change any more. */
export function keepCorrection(correction: Correction): void {
  const item = recordOf(correction);
  const passage = item.passage.standing.is === 'refused' ? step(item.passage, { type: 'reopened' }, momentNow()) : item.passage;
  if (passage.standing.is === 'draft') keepItem({ ...item, passage });
}

/** Adds a photo to the correction as it stands now: a photo is ready later than it was taken. */
export function addCorrectionPhoto(correctionId: string, item: string, photo: PhonePhoto): void {
  const record = itemNow(correctionId);
  if (record !== undefined && isCorrectionRecord(record)) keepCorrection(withPhoto(record.content, item, photo));
}

/** 提交更正: from now on it is sent until the server has all of it. It was made now, whenever it arrives. */
export async function handInCorrection(correction: Correction): Promise<void> {
  const item = recordOf({ ...correction, doneAt: correction.doneAt ?? Date.now() });
  await keepItemNow({ ...item, passage: step(item.passage, { type: 'sealed' }, momentNow()) });
  wake();
}

function recordOf(correction: Correction): CorrectionRecord {
  const { id, ownerId, at } = correction;
  return { id, kind: 'correction', ownerId, at, content: correction, passage: itemNow(id)?.passage ?? begun };
}

/** The corrections of one account on this phone, begun or on their way. */
export function useCorrections(ownerId: string): readonly CorrectionRecord[] {
  return useOpenItems(ownerId)?.filter(isCorrectionRecord) ?? [];
}

/** One that is not handed in, or was refused so that it may be gone on with: the server has nothing of it. */
export function isOpen({ passage }: CorrectionRecord): boolean {
  return passage.standing.is === 'draft' || (passage.standing.is === 'refused' && mayReopen(passage));
}

function isCorrectionRecord(item: OutboxItem): item is CorrectionRecord {
  return item.kind === 'correction';
}
