import type { OutboxItem } from '../../../phone/outbox/item.ts';
import { itemNow, keepItem, keepItemNow } from '../../../phone/outbox/outbox.ts';
import { begun, momentNow, step } from '../../../phone/outbox/passage.ts';
import { wake } from '../../../phone/outbox/sender.ts';
import type { Draft } from './draft.ts';

/** A draft in the outbox. */
export type HazardItem = OutboxItem<Draft>;

/** Keeps what was filled in so far. A record that the server has, or may have, does not change any more. */
export function keepDraft(draft: Draft): void {
  const item = itemOf(draft);
  const passage = item.passage.standing.is === 'refused' ? step(item.passage, { type: 'reopened' }, momentNow()) : item.passage;
  if (passage.standing.is === 'draft') keepItem({ ...item, passage });
}

/** Changes the draft as it stands now: a photo is ready later than it was taken, and more may have been filled in since. */
export function changeDraft<Kind extends Draft>(draft: Kind, change: (now: Kind) => Kind): void {
  const now = itemNow(draft.id) as OutboxItem<Kind> | undefined;
  keepDraft(change(now?.content ?? draft));
}

/** 提交: from now on it is sent until the server has all of it. Answers when it lies safely on the phone. */
export async function sendDraft(draft: Draft): Promise<void> {
  const item = itemOf(draft);
  const passage = step(item.passage, { type: 'sealed' }, momentNow());
  await keepItemNow({ ...item, passage });
  wake();
}

function itemOf(draft: Draft): HazardItem {
  const { id, ownerId, at } = draft;
  const kind = draft.kind === 'report' ? 'report' : 'work';
  return { id, kind, ownerId, at, content: draft, passage: itemNow(id)?.passage ?? begun };
}

export function isHazardItem(item: OutboxItem): item is HazardItem {
  return item.kind === 'report' || item.kind === 'work';
}
