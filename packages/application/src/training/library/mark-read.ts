import { readItemInput } from '@changming/domain/training';
import { refuse } from '@changming/domain/kernel';

import { command } from '../../context.ts';
import { myId } from '../sight.ts';
import { itemInSight } from './item-store.ts';

/** 已阅: the edition that the person has read. Said twice, kept once; an edition that was revised meanwhile is to be read first. */
export const markRead = command({
  permission: 'training.take',
  name: 'training.markRead',
  input: readItemInput,
  async run(work, { itemId, edition }) {
    const { tx, scope, now, newId, trail } = work;
    const item = await itemInSight(tx, scope, itemId);
    if (item.edition !== edition) refuse('conflict', 'training.item_edition_old', { title: item.title });
    const person = await tx.selectFrom('persons').select(['id', 'unit_id']).where('id', '=', myId(work)).executeTakeFirst();
    if (person === undefined) return trail([], { id: itemId, edition });
    const id = newId();
    const kept = await tx
      .insertInto('library_receipts')
      .values({ id, item_id: itemId, edition, person_id: person.id, unit_id: person.unit_id, read_at: now })
      .onConflict((conflict) => conflict.columns(['item_id', 'edition', 'person_id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (kept === undefined) return trail([], { id: itemId, edition });
    return trail(
      { subjectId: itemId, unitId: person.unit_id, before: null, after: { read: item.title, edition } },
      { id: itemId, edition },
    );
  },
});
