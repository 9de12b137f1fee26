import type { z } from 'zod';

import { addItemInput, isNewEdition, type LibraryKind, reviseItemInput, withdrawItemInput } from '@changming/domain/training';
import { refuse } from '@changming/domain/kernel';

import { type Changed, command, type Writing } from '../../context.ts';
import { unitInScope } from '../../units/index.ts';
import { itemColumns, itemInSight, itemToChange, saveItem, toldItem } from './item-store.ts';

/** 发布学习资料. The same id again answers the same item. */
export const addItem = command({
  permission: 'training.keepLibrary',
  name: 'training.addItem',
  input: addItemInput,
  async run(work, given) {
    await unitInScope(work.tx, work.scope, given.unitId);
    const made = await insertItem(work, given, null);
    return work.trail(made.changed, { id: made.id });
  },
});

/** Revises what an item says; whoever had read it has to read it again when its content is another. */
export const reviseItem = command({
  permission: 'training.keepLibrary',
  name: 'training.reviseItem',
  input: reviseItemInput,
  async run(work, { itemId, version, ...content }) {
    const before = await itemToChange(work, { itemId, version });
    const columns = itemColumns(content);
    const isNew = isNewEdition(before, content);
    const edition = isNew ? before.edition + 1 : before.edition;
    await saveItem(work.tx, before, { ...columns, edition, ...(isNew ? { edition_at: work.now } : {}) });
    const after = toldItem({ ...before, ...columns, edition });
    return work.trail(
      { subjectId: itemId, unitId: before.unit_id, before: toldItem(before), after },
      { id: itemId, version: version + 1, edition },
    );
  },
});

export const withdrawItem = command({
  permission: 'training.keepLibrary',
  name: 'training.withdrawItem',
  input: withdrawItemInput,
  async run(work, { itemId, version, on }) {
    const before = await itemToChange(work, { itemId, version });
    if (on < before.from_on) refuse('invalid', 'training.item_span_unfit');
    await saveItem(work.tx, before, { to_on: on });
    const after = toldItem({ ...before, to_on: on });
    return work.trail({ subjectId: itemId, unitId: before.unit_id, before: toldItem(before), after }, { id: itemId, version: version + 1 });
  },
});

type CaseOf = {
  readonly kind: LibraryKind;
  readonly title: string;
  readonly text: string;
  readonly unitId: string;
  /** The record it was written from: one item of a kind for each. */
  readonly originId: string;
};

/**
 * For other contexts, within their own transaction: a case written from a record of theirs, once. Writing it again revises it. Answers
 * the item's id and what changed, for the caller's trail.
 */
export async function addLibraryItem(
  work: Writing,
  { kind, title, text, unitId, originId }: CaseOf,
): Promise<{ id: string; changed: Changed[] }> {
  const content = { title, body: text, link: null, posts: [], mustRead: false, from: work.today, to: null };
  const known = await work.tx
    .selectFrom('library_items')
    .selectAll()
    .where('kind', '=', kind)
    .where('origin_id', '=', originId)
    .executeTakeFirst();
  if (known === undefined) return insertItem(work, { ...content, unitId, kind }, originId);
  if (!isNewEdition(known, content)) return { id: known.id, changed: [] };
  const edition = known.edition + 1;
  await saveItem(work.tx, known, { ...itemColumns({ ...content, from: known.from_on }), edition, edition_at: work.now });
  const after = toldItem({ ...known, title, edition });
  return { id: known.id, changed: [{ subjectId: known.id, unitId: known.unit_id, before: toldItem(known), after }] };
}

async function insertItem(
  work: Writing,
  { id = work.newId(), unitId, kind, ...content }: z.output<typeof addItemInput>,
  originId: string | null,
) {
  const columns = itemColumns(content);
  const made = await work.tx
    .insertInto('library_items')
    .values({ id, unit_id: unitId, kind, ...columns, edition_at: work.now, origin_id: originId, added_by_id: work.actor.personId })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made === undefined) return { id: (await itemInSight(work.tx, work.scope, id)).id, changed: [] };
  const after = toldItem({ ...columns, kind, edition: 1 });
  return { id, changed: [{ subjectId: id, unitId, before: null, after }] };
}
