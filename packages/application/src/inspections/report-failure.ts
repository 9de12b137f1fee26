import type { Tx } from '@changming/database';
import { reportFailureInput } from '@changming/domain/inspections';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { command } from '../context.ts';
import { moveEvidence } from '../evidence/index.ts';
import { resultInScope } from './correct-result.ts';
import { type Check, reportFailureAsHazard, saidOf } from './failures.ts';

/** 转隐患, afterwards: a failure that was handed in without one. Its photos go along. The same id again is the same hazard. */
export const reportFailure = command({
  permission: 'inspections.perform',
  name: 'inspections.reportFailure',
  input: reportFailureInput,
  async run(work, { resultId, item, ...said }) {
    const { tx, scope, trail } = work;
    const result = await resultInScope(tx, scope, resultId);
    const failure = await failureOf(tx, resultId, item);
    if (failure.hazard_id === said.id) return trail([], { hazardId: said.id, number: failure.number });
    if (failure.hazard_id !== null) refuse('conflict', 'inspections.failure_reported', { number: failure.number });
    const photos = await movedPhotos(tx, { resultId, item, to: said.id });
    const { number, changed } = await reportFailureAsHazard(work, checkOf(result), {
      ...said,
      item,
      category: said.category ?? (await askedCategory(tx, result.checklist_version_id, item)),
      text: said.text ?? saidOf(failure.text, result.details?.[item]?.note),
      photos,
    });
    await link(tx, { failureId: failure.id, resultId, item, hazardId: said.id, photos });
    return trail(changed, { hazardId: said.id, number });
  },
});

function checkOf(result: Awaited<ReturnType<typeof resultInScope>>): Check {
  const { id: resultId, occurrence_id: occurrenceId, on_day: onDay, point_id: pointId, unit_id: unitId, unit_pos: unitPos } = result;
  return { resultId, occurrenceId, onDay, pointId, unitId, unitPos, doneAt: result.done_at };
}

async function failureOf(tx: Tx, resultId: string, item: string) {
  const found = await tx
    .selectFrom('inspection_failures as f')
    .leftJoin('hazards as h', 'h.id', 'f.hazard_id')
    .select(['f.id', 'f.text', 'f.hazard_id'])
    .select((eb) => eb.fn.coalesce('h.number', sql<string>`''`).as('number'))
    .where('f.result_id', '=', resultId)
    .where('f.item', '=', item)
    .forUpdate('f')
    .executeTakeFirst();
  return found ?? refuse('missing', 'inspections.failure_not_found');
}

async function askedCategory(tx: Tx, versionId: string, code: string) {
  const { items } = await tx
    .selectFrom('inspection_checklist_versions')
    .select('items')
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow();
  return items.find((each) => each.code === code)?.category ?? refuse('missing', 'inspections.failure_not_found');
}

type Moving = { readonly resultId: string; readonly item: string; readonly to: string };

/** A correction names photos that are evidence of the result it corrects: each moves from where it is. */
async function movedPhotos(tx: Tx, { resultId, item, to }: Moving): Promise<string[]> {
  const rows = await photosOf(tx, resultId, item);
  const moved = [];
  for (const from of new Set(rows.map(({ subject_id }) => subject_id))) {
    const hashes = rows.filter(({ subject_id }) => subject_id === from).map(({ sha256 }) => sha256);
    moved.push(...(await moveEvidence(tx, { from, to, hashes })));
  }
  return moved;
}

async function photosOf(tx: Tx, resultId: string, item: string) {
  return tx
    .selectFrom('inspection_photos')
    .select(['sha256', 'subject_id'])
    .where('result_id', '=', resultId)
    .where('item', '=', item)
    .orderBy('at')
    .execute();
}

type Linking = {
  readonly failureId: string;
  readonly resultId: string;
  readonly item: string;
  readonly hazardId: string;
  readonly photos: readonly string[];
};

async function link(tx: Tx, { failureId, resultId, item, hazardId, photos }: Linking): Promise<void> {
  await tx.updateTable('inspection_failures').set({ hazard_id: hazardId }).where('id', '=', failureId).execute();
  if (photos.length === 0) return;
  await tx
    .updateTable('inspection_photos')
    .set({ subject_id: hazardId })
    .where('result_id', '=', resultId)
    .where('item', '=', item)
    .where('sha256', 'in', [...photos])
    .execute();
}
