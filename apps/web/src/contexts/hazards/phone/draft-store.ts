import { draftStore } from '../../../phone/outbox/draft-store.ts';
import type { OutboxItem } from '../../../phone/outbox/item.ts';
import type { Draft } from './draft.ts';

/** A draft in the outbox. */
export type HazardItem = OutboxItem<Draft>;

const store = draftStore<Draft>((draft) => (draft.kind === 'report' ? 'report' : 'work'));

export const { keep: keepDraft, change: changeDraft, send: sendDraft } = store;

export function isHazardItem(item: OutboxItem): item is HazardItem {
  return item.kind === 'report' || item.kind === 'work';
}
