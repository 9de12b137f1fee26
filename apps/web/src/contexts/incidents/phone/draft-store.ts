import type { OutboxItem } from '../../../phone/outbox/item.ts';
import { draftStore, useItemsOf } from '../../../phone/outbox/draft-store.ts';
import type { IncidentDraft } from './draft.ts';

const kind = 'incident';
const store = draftStore<IncidentDraft>(() => kind);

export type IncidentItem = OutboxItem<IncidentDraft>;

export const { keep: keepDraft, change: changeDraft, send: sendDraft } = store;

/** The quick reports of one account on this phone. */
export const useIncidents = (ownerId: string) => useItemsOf<IncidentDraft>(kind, ownerId);
