import { longestOffline, seenAt } from '@changming/domain/hazards';
import { type AnswerInput, type Perform, performInput, stateAfter, type Timing, timingOf } from '@changming/domain/inspections';
import { refuse } from '@changming/domain/kernel';

import { type Changed, command, type Writing } from '../context.ts';
import { earlierOf } from './earlier.ts';
import { type Check, keepFailures } from './failures.ts';
import { lastReadings } from './last-readings.ts';
import { namesOnChecks, occurrenceToDo, type StoredOccurrence } from './occurrence-store.ts';
import { ownReceipt, receiptOf } from './receipt.ts';
import { judged, keptAnswers } from './said-of-check.ts';
import { clockTime } from './clock-time.ts';

/**
 * 检查: one occurrence done at its point, all items answered, failures made hazards where the person wished it. The same id again is the
 * same check and gets the same receipt. What was done in time on a phone without network counts as done in time, whenever it arrives; what is
 * owed no more meanwhile keeps what was done before, and stays waived.
 */
export const performCheck = command({
  permission: 'inspections.perform',
  input: performInput,
  async run(work, given) {
    const known = await ownReceipt(work, given.id);
    if (known !== null) return work.trail([], known);
    const occurrence = await occurrenceToDo(work.tx, work.scope, given.occurrenceId);
    /** It may have been sent before and have stood only since the occurrence was let go. */
    const sentBefore = await ownReceipt(work, given.id);
    if (sentBefore !== null) return work.trail([], sentBefore);
    refuseAfterWaiver(work, occurrence, given);
    await refuseIfDone(work, occurrence, given);
    await refuseWrongPlate(work, occurrence, given);
    const times = timesOf(work, occurrence, given);
    const version = await versionHeld(work, occurrence, given.versionId);
    const written = await writeResult(work, { occurrence, version, times, given, corrects: null });
    if (occurrence.result_id === null) await settleBy(work, occurrence, { id: given.id, times, given, failed: written.failed });
    const { timing, doneAt } = times;
    const after = { resultId: given.id, timing, doneAt, failed: written.failed, byHand: given.byHand ?? null };
    const done: Changed = { subjectId: occurrence.id, unitId: occurrence.unit_id, before: { state: occurrence.state }, after };
    return work.trail([done, ...written.changes], await receiptOf(work, given.id));
  },
});

/** What was done before it was owed no more is kept, though it arrives afterwards. */
function refuseAfterWaiver({ now }: Writing, { state, waived_at }: StoredOccurrence, given: Perform): void {
  if (state !== 'waived') return;
  const { foundAt: doneAt } = seenAt(given.doneAt, now);
  if (waived_at === null || doneAt >= waived_at) refuse('conflict', 'inspections.waived');
}

async function refuseIfDone(work: Writing, { id, result_id, done_at, done_by_id }: StoredOccurrence, { again }: Perform): Promise<void> {
  if (result_id === null || again) return;
  const names = await namesOnChecks(work, [id]);
  const by = done_by_id === null ? '' : (names.get(done_by_id) ?? '');
  refuse('conflict', 'inspections.already_done', { by, at: done_at === null ? '' : clockTime(done_at) });
}

/** The plate scanned is that of the point, or a reason says why none was. What is owed by a unit without a point needs neither. */
async function refuseWrongPlate({ tx }: Writing, { point_id }: StoredOccurrence, { plateCode, byHand }: Perform): Promise<void> {
  if (point_id === null) return;
  const point = await tx.selectFrom('points').select(['name', 'code']).where('id', '=', point_id).executeTakeFirstOrThrow();
  if (plateCode === undefined && byHand === undefined) refuse('invalid', 'inspections.plate_missing', { point: point.name });
  if (plateCode !== undefined && plateCode !== point.code) refuse('invalid', 'inspections.wrong_plate', { point: point.name });
}

type Times = { readonly startedAt: Date; readonly doneAt: Date; readonly clockSuspect: boolean; readonly timing: Timing };

/** By the phone's clock, as far as that can be true; otherwise by when it arrived. */
function timesOf({ now }: Writing, { opens_at, due_at, misses_at }: StoredOccurrence, given: Perform): Times {
  const { foundAt: doneAt, clockSuspect } = seenAt(given.doneAt, now);
  const lasted = given.doneAt.getTime() - given.startedAt.getTime();
  if (lasted < 0) refuse('invalid', 'inspections.done_before_begun');
  if (doneAt < opens_at) refuse('conflict', 'inspections.not_open_yet', { opens: clockTime(opens_at) });
  const timing = timingOf({ opensAt: opens_at, dueAt: due_at, missesAt: misses_at }, doneAt);
  return { startedAt: new Date(doneAt.getTime() - lasted), doneAt, clockSuspect, timing };
}

/** The version that the phone held, if it was still asked within the time that a phone may wait for a network; the newest otherwise. */
async function versionHeld({ tx, now }: Writing, { plan_id }: StoredOccurrence, versionId: string | undefined) {
  const versions = await tx
    .selectFrom('inspection_checklist_versions as v')
    .innerJoin('inspection_plans as plan', 'plan.checklist_id', 'v.checklist_id')
    .select(['v.id', 'v.items', 'v.published_at'])
    .where('plan.id', '=', plan_id)
    .orderBy('v.number', 'desc')
    .limit(20)
    .execute();
  const at = versionId === undefined ? 0 : versions.findIndex(({ id }) => id === versionId);
  const replacedAt = at > 0 ? versions[at - 1]?.published_at : undefined;
  const isStale = replacedAt !== undefined && replacedAt.getTime() < now.getTime() - longestOffline;
  const held = isStale ? undefined : versions[at];
  return held ?? refuse('conflict', 'inspections.version_replaced');
}

export type Writeable = {
  readonly occurrence: StoredOccurrence;
  readonly version: { readonly id: string; readonly items: Parameters<typeof judged>[0] };
  readonly times: Times;
  readonly given: Pick<Perform, 'id' | 'note'> & {
    readonly answers: readonly AnswerInput[];
    readonly doneAt: Date;
    readonly byHand?: string | undefined;
  };
  readonly corrects: Correcting | null;
};

/** Of a correction: what it puts right and why, and when it was made. */
type Correcting = {
  readonly id: string;
  readonly reason: string;
  readonly made: { readonly at: Date; readonly suspect: boolean; readonly claimedAt: Date };
};

/** Judges the answers and writes the result with its failures, photos and hazards. Nothing of it is ever changed. */
export async function writeResult(work: Writing, writeable: Writeable) {
  const { occurrence, version, times, given, corrects } = writeable;
  const last = await lastReadings(work, [occurrence.id], { but: corrects?.id ?? null, from: occurrence.on_day });
  const answered = judged(version.items, given.answers, new Map(last.map(({ item, reading }) => [item, reading])));
  const kept = keptAnswers(answered, given.answers);
  await work.tx
    .insertInto('inspection_results')
    .values({ ...placeAndTime(work, writeable), ...kept, ...correctionColumns(corrects) })
    .execute();
  const check: Check = {
    resultId: given.id,
    occurrenceId: occurrence.id,
    onDay: occurrence.on_day,
    pointId: occurrence.point_id,
    unitId: occurrence.unit_id,
    unitPos: occurrence.unit_pos,
    doneAt: times.doneAt,
  };
  const earlier = await earlierOf(work.tx, corrects?.id ?? null);
  return { failed: kept.failed, changes: await keepFailures(work, { ...check, earlier }, answered) };
}

function placeAndTime({ actor, now }: Writing, { occurrence, version, times, given }: Writeable) {
  return {
    id: given.id,
    on_day: occurrence.on_day,
    occurrence_id: occurrence.id,
    plan_id: occurrence.plan_id,
    checklist_version_id: version.id,
    point_id: occurrence.point_id,
    unit_id: occurrence.unit_id,
    by_id: actor.personId,
    started_at: times.startedAt,
    done_at: times.doneAt,
    claimed_at: given.doneAt,
    clock_suspect: times.clockSuspect,
    recorded_at: now,
    timing: times.timing,
    by_hand: given.byHand ?? null,
    note: given.note ?? null,
  };
}

function correctionColumns(corrects: Correcting | null) {
  if (corrects === null) return { corrects_id: null, corrected_why: null };
  const { id, reason, made } = corrects;
  const times = { corrected_at: made.at, corrected_claimed_at: made.claimedAt, correction_suspect: made.suspect };
  return { corrects_id: id, corrected_why: reason, ...times };
}

type Settling = { readonly id: string; readonly times: Times; readonly given: Perform; readonly failed: number };

/** The first check of an occurrence settles it; a miss that was made up afterwards stays a miss. */
async function settleBy({ tx, actor, now }: Writing, occurrence: StoredOccurrence, { id, times, given, failed }: Settling): Promise<void> {
  const state = stateAfter(occurrence.state, times.timing);
  await tx
    .updateTable('inspection_occurrences')
    .set({
      state,
      result_id: id,
      timing: times.timing,
      done_at: times.doneAt,
      done_by_id: actor.personId,
      recorded_at: now,
      by_hand: given.byHand !== undefined && given.plateCode === undefined,
      failed,
      ...(state === 'missed' && occurrence.missed_at === null ? { missed_at: now } : {}),
    })
    .where('id', '=', occurrence.id)
    .where('on_day', '=', occurrence.on_day)
    .execute();
}
