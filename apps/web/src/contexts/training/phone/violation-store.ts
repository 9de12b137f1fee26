import type { OutboxItem } from '../../../phone/outbox/item.ts';
import { itemNow, keepItem, keepItemNow } from '../../../phone/outbox/outbox.ts';
import { begun, momentNow, step } from '../../../phone/outbox/passage.ts';
import { wake } from '../../../phone/outbox/sender.ts';
import { useOpenItems } from '../../../phone/outbox/use-items.ts';
import type { ViolationDraft } from './violation-draft.ts';

export type ViolationItem = OutboxItem<ViolationDraft>;

/** Keeps what was filled in so far. A record that the server has, or may have, does not change any more. */
export function keepViolation(draft: ViolationDraft): void {
  const item = itemOf(draft);
  const passage = item.passage.standing.is === 'refused' ? step(item.passage, { type: 'reopened' }, momentNow()) : item.passage;
  if (passage.standing.is === 'draft') keepItem({ ...item, passage });
}

/** Changes the draft as it stands now: a photo is ready later than it was taken. */
export function changeViolation(draft: ViolationDraft, change: (now: ViolationDraft) => ViolationDraft): void {
  const now = itemNow(draft.id) as ViolationItem | undefined;
  keepViolation(change(now?.content ?? draft));
}

/** 登记: from now on it is sent until the server has all of it. */
export async function sendViolation(draft: ViolationDraft): Promise<void> {
  const item = itemOf(draft);
  await keepItemNow({ ...item, passage: step(item.passage, { type: 'sealed' }, momentNow()) });
  wake();
}

function itemOf(draft: ViolationDraft): ViolationItem {
  const { id, ownerId, at } = draft;
  return { id, kind: 'violation', ownerId, at, content: draft, passage: itemNow(id)?.passage ?? begun };
}

/** The violations that one account wrote down on this phone; null until what an earlier page kept has been read. */
export function useViolations(ownerId: string): readonly ViolationItem[] | null {
  return useOpenItems(ownerId)?.filter((item): item is ViolationItem => item.kind === 'violation') ?? null;
}
