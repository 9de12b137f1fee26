import { refuse } from '@changming/domain/kernel';
import {
  handleViolationInput,
  isRepeating,
  objectionToHandling,
  objectionToReEducation,
  reEducateInput,
  voidViolationInput,
} from '@changming/domain/training';

import { type Changed, command, type Writing } from '../../context.ts';
import { attended } from './attended.ts';
import {
  holdPerson,
  saveViolation,
  stateOf,
  type StoredViolation,
  toldViolation,
  violationRules,
  violationToChange,
} from './violation-store.ts';

function isOwn({ actor }: Writing, { person_id }: StoredViolation): boolean {
  return person_id !== null && person_id === actor.personId;
}

/** 处理: 教育、罚款 or 停岗, never by the person himself. */
export const handleViolation = command({
  permission: 'training.handleViolation',
  input: handleViolationInput,
  async run(work, { violationId, version, handling, fineFen, note }) {
    const { tx, scope, today, actor, trail } = work;
    const before = await violationToChange(tx, scope, { violationId, version });
    const objection = objectionToHandling(stateOf(before), { handling, fineFen }, { isViolator: isOwn(work, before) });
    if (objection !== null) refuse('conflict', objection);
    const set = { handling, fine_fen: fineFen, handling_note: note, handled_by_id: actor.personId, handled_on: today };
    await saveViolation(tx, before, set);
    return trail(changeOf(before, { ...before, ...set }), { id: violationId, version: version + 1 });
  },
});

/** 再教育, by a session that the person attended or by a talk of which a record is kept. */
export const reEducate = command({
  permission: 'training.recordViolation',
  name: 'training.reEducate',
  input: reEducateInput,
  async run(work, { violationId, version, how, on, sessionId, talk }) {
    const { tx, scope, today, actor, trail } = work;
    const before = await violationToChange(tx, scope, { violationId, version });
    const told = { on, foundOn: before.found_on, today, isViolator: isOwn(work, before) };
    const objection = objectionToReEducation(stateOf(before), told);
    if (objection !== null) refuse('conflict', objection, { found: before.found_on });
    if (how === 'talk' && talk === null) refuse('invalid', 'training.talk_missing');
    if (how === 'session') await refuseNotAttended(work, before, { sessionId, on });
    const set = {
      re_educated_on: on,
      re_educated_how: how,
      session_id: how === 'session' ? sessionId : null,
      re_educated_by_id: actor.personId,
      talk: how === 'talk' ? talk : null,
    };
    await saveViolation(tx, before, set);
    return trail(changeOf(before, { ...before, ...set }), { id: violationId, version: version + 1 });
  },
});

async function refuseNotAttended(
  { tx }: Writing,
  { person_id }: StoredViolation,
  { sessionId, on }: { readonly sessionId: string | null; readonly on: string },
): Promise<void> {
  const heldOn = sessionId === null || person_id === null ? null : await attended(tx, { sessionId, personId: person_id });
  if (heldOn !== on) refuse('conflict', 'training.session_not_attended');
}

/** 作废: what was written down wrongly counts no more, and with it goes a re-training that is owed for nothing else. */
export const voidViolation = command({
  permission: 'training.handleViolation',
  name: 'training.voidViolation',
  input: voidViolationInput,
  async run(work, { violationId, version, reason }) {
    const { tx, scope, now, trail } = work;
    const before = await violationToChange(tx, scope, { violationId, version });
    if (before.voided_at !== null) refuse('conflict', 'training.violation_voided');
    if (isOwn(work, before)) refuse('conflict', 'training.self_handled');
    await saveViolation(tx, before, { voided_at: now, void_reason: reason });
    const lifted = await liftRetraining(work, before);
    const change = { subjectId: violationId, unitId: before.unit_id, before: toldViolation(before), after: { voided: reason } };
    return trail([change, ...lifted], { id: violationId, version: version + 1 });
  },
});

async function liftRetraining({ tx, today }: Writing, { person_id, unit_id }: StoredViolation): Promise<Changed[]> {
  if (person_id === null) return [];
  await holdPerson(tx, person_id);
  const open = await tx
    .selectFrom('violation_retrainings')
    .selectAll()
    .where('person_id', '=', person_id)
    .where('done_on', 'is', null)
    .where('cancelled_on', 'is', null)
    .executeTakeFirst();
  if (open === undefined) return [];
  const left = await tx
    .selectFrom('violations')
    .select(['id', 'found_on as foundOn'])
    .where('person_id', '=', person_id)
    .where('voided_at', 'is', null)
    .execute();
  const { repeat } = await violationRules(tx, { unitId: unit_id, on: today });
  if (isRepeating(left, repeat, await lastRetrainedOn(tx, person_id))) return [];
  await tx
    .updateTable('violation_retrainings')
    .set({ cancelled_on: today, version: open.version + 1 })
    .where('id', '=', open.id)
    .execute();
  return [{ subjectId: open.id, unitId: open.unit_id, before: { owedOn: open.owed_on }, after: { cancelledOn: today } }];
}

async function lastRetrainedOn(tx: Writing['tx'], personId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('violation_retrainings')
    .select((eb) => eb.fn.max('done_on').as('on'))
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.on ?? null;
}

function changeOf(before: StoredViolation, after: StoredViolation): Changed {
  return { subjectId: before.id, unitId: before.unit_id, before: toldViolation(before), after: toldViolation(after) };
}
