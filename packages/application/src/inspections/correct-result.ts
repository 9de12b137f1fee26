import { type Tx, within } from '@changming/database';
import { type Correct, correctInput, correctionMade } from '@changming/domain/inspections';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';

import { command, type Writing } from '../context.ts';
import { correctionEnds } from './correction-time.ts';
import { occurrenceToDo } from './occurrence-store.ts';
import { writeResult } from './perform-check.ts';
import { ownReceipt, receiptOf } from './receipt.ts';

/**
 * 更正: a new result in the place of one's own earlier one. The earlier one stays and is shown struck out; when the check was done, and
 * whether in time, does not change. Only for some days after it was recorded, by rule and by when the correction was made: what a phone held
 * without a network is not late. Photos and hazards of the earlier one go along.
 */
export const correctResult = command({
  permission: 'inspections.perform',
  name: 'inspections.correct',
  input: correctInput,
  async run(work, given) {
    const { tx, scope, actor, trail } = work;
    const known = await ownReceipt(work, given.id);
    if (known !== null) return trail([], known);
    const before = await resultInScope(tx, scope, given.resultId);
    if (before.by_id !== actor.personId || actor.personId === null) refuse('forbidden', 'inspections.not_own_result');
    const occurrence = await occurrenceToDo(tx, scope, before.occurrence_id);
    /** It may have been sent before and have stood only since the occurrence was let go. */
    const sentBefore = await ownReceipt(work, given.id);
    if (sentBefore !== null) return trail([], sentBefore);
    const made = madeAt(work, before, given);
    await refuseCorrection(work, before, made.at);
    const version = await tx
      .selectFrom('inspection_checklist_versions')
      .select(['id', 'items'])
      .where('id', '=', before.checklist_version_id)
      .executeTakeFirstOrThrow();
    const { started_at: startedAt, done_at: doneAt, clock_suspect: clockSuspect, timing, by_hand, claimed_at } = before;
    const written = await writeResult(work, {
      occurrence,
      version,
      times: { startedAt, doneAt, clockSuspect, timing },
      given: { ...given, doneAt: claimed_at, byHand: by_hand ?? undefined },
      corrects: { id: before.id, reason: given.reason, made },
    });
    if (occurrence.result_id === before.id) await standIn(tx, occurrence, { result_id: given.id, failed: written.failed });
    const told = {
      before: { resultId: before.id, failed: before.failed },
      after: { resultId: given.id, failed: written.failed, reason: given.reason },
    };
    return trail([{ subjectId: occurrence.id, unitId: occurrence.unit_id, ...told }, ...written.changes], await receiptOf(work, given.id));
  },
});

/** The result, if it lies in the scope. */
export async function resultInScope(tx: Tx, scope: readonly UnitRange[], id: string) {
  const row = await tx
    .selectFrom('inspection_results')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'inspections.result_not_found', { id });
}

type Stored = Awaited<ReturnType<typeof resultInScope>>;

/** When it was made, and what the phone's clock said of that. */
function madeAt({ now }: Writing, { recorded_at: recordedAt }: Stored, { correctedAt }: Correct) {
  return { ...correctionMade(correctedAt, { recordedAt, receivedAt: now }), claimedAt: correctedAt ?? now };
}

/** One that somebody has corrected already is corrected no more, nor one whose time was over when it was made. */
async function refuseCorrection({ tx }: Writing, before: Stored, madeOn: Date): Promise<void> {
  const later = await tx.selectFrom('inspection_results').select('id').where('corrects_id', '=', before.id).executeTakeFirst();
  if (later !== undefined) refuse('conflict', 'inspections.corrected_already');
  const { until, days } = await correctionEnds(tx, before);
  if (madeOn > until) refuse('conflict', 'inspections.correction_too_late', { days });
}

type Place = { readonly id: string; readonly on_day: string };

async function standIn(tx: Tx, { id, on_day }: Place, set: { readonly result_id: string; readonly failed: number }): Promise<void> {
  await tx.updateTable('inspection_occurrences').set(set).where('id', '=', id).where('on_day', '=', on_day).execute();
}
