import type { z } from 'zod';

import { within } from '@changming/database';
import { addDays, dayIn, refuse } from '@changming/domain/kernel';
import { foundWhen, recordViolationInput, repeatMadeBy, type ViolationDoubt } from '@changming/domain/training';

import { type Changed, command, type Writing } from '../../context.ts';
import { tellAll } from '../../tell-all.ts';
import { placeOf } from './violator-place.ts';
import {
  holdPerson,
  type StoredViolation,
  toldViolation,
  violationInScope,
  violationKnown,
  type ViolationRules,
  violationRules,
} from './violation-store.ts';

/**
 * 登记三违. It counts for the unit of the person, and its re-education is owed from the day on which it was found. The same id again answers
 * the same record, whatever has become of the person meanwhile. A repeat within the months of the rule owes a re-training as well.
 */
export const recordViolation = command({
  permission: 'training.recordViolation',
  input: recordViolationInput,
  async run(work, { id = work.newId(), ...given }) {
    const { tx, scope, now, actor, trail } = work;
    const known = await violationKnown(tx, scope, id);
    if (known !== undefined) return trail([], await receiptOf(work, known));
    const { unitId, leftOn } = await placeOf(work, given);
    const claimedAt = new Date(given.foundAt);
    const { foundAt, doubts } = foundWhen({ claimedAt, now, leftOn });
    const found_on = dayIn(foundAt);
    if (given.pointId !== null) await refusePointElsewhere(work, given.pointId, found_on);
    const rules = await violationRules(tx, { unitId, on: found_on });
    const made = await tx
      .insertInto('violations')
      .values({
        id,
        unit_id: unitId,
        person_id: given.personId ?? null,
        ...whatWasSeen(given),
        found_at: foundAt,
        found_on,
        finder_id: actor.personId,
        photos: given.photos,
        recorded_at: now,
        re_educate_by: addDays(found_on, rules.reEducateDays),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (made === undefined) return trail([], await receiptOf(work, await violationInScope(tx, scope, id)));
    await doubted(work, made, { doubts, claimedAt });
    const owed = leftOn === null ? await followed(work, made, rules) : [];
    const after = { ...toldViolation(made), ...(doubts.length === 0 ? {} : { doubts, claimedAt: claimedAt.toISOString() }) };
    return trail([{ subjectId: id, unitId, before: null, after }, ...owed], await receiptOf(work, made));
  },
});

/** What follows for whoever still works here: he hears of it, and a repeat owes a re-training. */
async function followed(work: Writing, made: StoredViolation, rules: ViolationRules): Promise<Changed[]> {
  await tellViolator(work, made);
  return oweRetraining(work, made, rules);
}

type Doubted = { readonly doubts: readonly ViolationDoubt[]; readonly claimedAt: Date };

async function doubted({ tx, now }: Writing, { id, unit_id }: StoredViolation, { doubts, claimedAt }: Doubted): Promise<void> {
  if (doubts.length === 0) return;
  const row = { violation_id: id, unit_id, doubts: [...doubts], claimed_at: claimedAt, recorded_at: now };
  await tx.insertInto('violation_doubts').values(row).execute();
}

/** 回执: which of its photos have not arrived yet. */
async function receiptOf({ tx }: Writing, { id, unit_id: unitId, photos }: StoredViolation) {
  const there = await tx.selectFrom('evidence').select('sha256').where('subject_id', '=', id).where('arrived_at', 'is not', null).execute();
  const arrived = new Set(there.map(({ sha256 }) => sha256));
  return { id, unitId, photos: { missing: photos.filter((hash) => !arrived.has(hash)) } };
}

function whatWasSeen({ outsider, kind, what, clause, pointId, place }: z.output<typeof recordViolationInput>) {
  return { outsider_name: outsider?.name ?? null, outsider_of: outsider?.of ?? null, kind, what, clause, point_id: pointId, place };
}

/** The point lies in the branch and is open, or still was on `on`. */
export async function refusePointElsewhere(
  { tx, scope, today }: Pick<Writing, 'tx' | 'scope' | 'today'>,
  pointId: string,
  on = today,
): Promise<void> {
  const found = await tx
    .selectFrom('points')
    .select('id')
    .where('id', '=', pointId)
    .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>=', on)]))
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  if (found === undefined) refuse('missing', 'training.violation_point_elsewhere');
}

/** 屡犯: one re-training at a time; whoever owes one already does not owe another. */
async function oweRetraining(
  { tx, today, newId }: Writing,
  fresh: StoredViolation,
  { repeat, retrainDays }: ViolationRules,
): Promise<Changed[]> {
  const { person_id, unit_id } = fresh;
  if (person_id === null) return [];
  await holdPerson(tx, person_id);
  const all = await tx
    .selectFrom('violations')
    .select(['id', 'found_on as foundOn'])
    .where('person_id', '=', person_id)
    .where('voided_at', 'is', null)
    .execute();
  const made = repeatMadeBy({ id: fresh.id, foundOn: fresh.found_on }, all, repeat);
  if (made === null) return [];
  const open = await tx
    .selectFrom('violation_retrainings')
    .select('id')
    .where('person_id', '=', person_id)
    .where('done_on', 'is', null)
    .where('cancelled_on', 'is', null)
    .executeTakeFirst();
  if (open !== undefined) return [];
  const id = newId();
  const owed = { violation_id: made.id, count: made.count, owed_on: today, due_on: addDays(today, retrainDays) };
  const written = await tx
    .insertInto('violation_retrainings')
    .values({ id, person_id, unit_id, ...owed })
    .onConflict((conflict) => conflict.column('violation_id').where('cancelled_on', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (written === undefined) return [];
  return [{ subjectId: id, unitId: unit_id, before: null, after: { retrainingOf: person_id, count: made.count, dueOn: owed.due_on } }];
}

/** The person hears of it himself, and of what he owes. */
async function tellViolator({ enqueue }: Writing, { id, unit_id, person_id, what, re_educate_by }: StoredViolation): Promise<void> {
  if (person_id === null) return;
  const facts = { title: what, due: re_educate_by };
  const payload = {
    about: 'training.violated',
    subjectId: id,
    unitId: unit_id,
    to: { personIds: [person_id] },
    facts,
    link: '/training/my-violations',
    once: id,
  };
  await tellAll({ enqueue }, payload);
}
