import type { OutboxItem } from '../../../phone/outbox/item.ts';
import { itemNow, keepItem, keepItemNow } from '../../../phone/outbox/outbox.ts';
import { begun, momentNow, step } from '../../../phone/outbox/passage.ts';
import { wake } from '../../../phone/outbox/sender.ts';
import { useOpenItems } from '../../../phone/outbox/use-items.ts';
import type { IncidentDraft } from './draft.ts';

export type IncidentItem = OutboxItem<IncidentDraft>;

/** Keeps what was filled in so far. A record that the server has, or may have, does not change any more. */
export function keepDraft(draft: IncidentDraft): void {
  const item = itemOf(draft);
  const passage = item.passage.standing.is === 'refused' ? step(item.passage, { type: 'reopened' }, momentNow()) : item.passage;
  if (passage.standing.is === 'draft') keepItem({ ...item, passage });
}

/** Changes the draft as it stands now: a photo is ready later than it was taken. */
export function changeDraft(draft: IncidentDraft, change: (now: IncidentDraft) => IncidentDraft): void {
  const now = itemNow(draft.id) as IncidentItem | undefined;
  keepDraft(change(now?.content ?? draft));
}

/** 上报: from now on it is sent until the server has all of it. */
export async function sendDraft(draft: IncidentDraft): Promise<void> {
  const item = itemOf(draft);
  await keepItemNow({ ...item, passage: step(item.passage, { type: 'sealed' }, momentNow()) });
  wake();
}

function itemOf(draft: IncidentDraft): IncidentItem {
  const { id, ownerId, at } = draft;
  return { id, kind: 'incident', ownerId, at, content: draft, passage: itemNow(id)?.passage ?? begun };
}

/** The quick reports of one account on this phone; null until what an earlier page kept has been read. */
export function useIncidents(ownerId: string): readonly IncidentItem[] | null {
  return useOpenItems(ownerId)?.filter((item): item is IncidentItem => item.kind === 'incident') ?? null;
}
