import type { OutboxItem } from '../../../phone/outbox/item.ts';
import { draftStore, useItemsOf } from '../../../phone/outbox/draft-store.ts';
import type { ViolationDraft } from './violation-draft.ts';

const kind = 'violation';
const store = draftStore<ViolationDraft>(() => kind);

export type ViolationItem = OutboxItem<ViolationDraft>;

export const { keep: keepViolation, change: changeViolation, send: sendViolation } = store;

/** The violations that one account wrote down on this phone. */
export const useViolations = (ownerId: string) => useItemsOf<ViolationDraft>(kind, ownerId);
