import type { OutboxItem } from './item.ts';
import { itemNow, keepItem, keepItemNow } from './outbox.ts';
import { begun, momentNow, step } from './passage.ts';
import { wake } from './sender.ts';
import { useOpenItems } from './use-items.ts';

type Kept = Pick<OutboxItem, 'id' | 'ownerId' | 'at'>;

/** What is done with records of a kind while they are filled in on this phone. `kindOf` says which of `outbox-kinds.ts` a draft is. */
export function draftStore<Draft extends Kept>(kindOf: (draft: Draft) => string) {
  const itemOf = <One extends Draft>(draft: One): OutboxItem<One> => {
    const { id, ownerId, at } = draft;
    return { id, kind: kindOf(draft), ownerId, at, content: draft, passage: itemNow(id)?.passage ?? begun };
  };

  /** Keeps what was filled in so far. A record that the server has, or may have, does not change any more. */
  const keep = (draft: Draft): void => {
    const item = itemOf(draft);
    const passage = item.passage.standing.is === 'refused' ? step(item.passage, { type: 'reopened' }, momentNow()) : item.passage;
    if (passage.standing.is === 'draft') keepItem({ ...item, passage });
  };

  /** Changes the draft as it stands now: a photo is ready later than it was taken, and more may have been filled in since. */
  const change = <One extends Draft>(draft: One, changed: (now: One) => One): void => {
    const now = itemNow(draft.id) as OutboxItem<One> | undefined;
    keep(changed(now?.content ?? draft));
  };

  /** From now on it is sent until the server has all of it. Answers when it lies safely on the phone. */
  const send = async (draft: Draft): Promise<void> => {
    const item = itemOf(draft);
    await keepItemNow({ ...item, passage: step(item.passage, { type: 'sealed' }, momentNow()) });
    wake();
  };

  return { keep, change, send };
}

/** The records of one kind of one account on this phone; null until what an earlier page kept has been read. */
export function useItemsOf<Draft>(kind: string, ownerId: string): readonly OutboxItem<Draft>[] | null {
  return useOpenItems(ownerId)?.filter((item): item is OutboxItem<Draft> => item.kind === kind) ?? null;
}
