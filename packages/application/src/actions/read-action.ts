import {
  type ActionStep,
  actionSteps,
  isOverdue,
  objectionToAction,
  objectionToDecidingTime,
  objectionToMoreTime,
} from '@changming/domain/actions';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { type Permission, query, type Reading } from '../context.ts';
import { decidesFor, lastExtension, type StoredExtension } from './more-time.ts';
import { namesOnActions } from './names.ts';
import { actionInScope, photoCounts, type StoredAction } from './store.ts';

const permissions = {
  submit: 'actions.submit',
  sendBack: 'actions.verify',
  verify: 'actions.verify',
  cancel: 'actions.cancel',
  reassign: 'actions.assign',
  replaceVerifier: 'actions.replaceVerifier',
  assessEffect: 'actions.verify',
} as const satisfies Record<ActionStep, Permission>;

/** An action with its proofs, its story, and for every step why the asker may not take it. A worker sees his own, and one by assignment. */
export const readAction = query({
  permission: 'actions.follow',
  assignedSubject: ({ actionId }: { actionId: string }) => actionId,
  async run(work, { actionId }) {
    const stored = await actionInScope(work.tx, work.scope, actionId);
    if (!maySee(work, stored)) refuse('missing', 'actions.not_found', { id: actionId });
    const names = await namesOnActions(work.tx, [actionId]);
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    const extension = await lastExtension(work.tx, actionId);
    return {
      ...(await recordOf(work, stored, nameOf)),
      photos: await photosOf(work, actionId),
      extension: extension === null ? null : shownExtension(extension, nameOf),
      steps: await stepsOf(work, actionId, nameOf),
      objections: await objectionsTo(work, stored, extension),
    };
  },
});

type NameOf = (id: string | null) => string | null;

function maySee({ may, actor }: Reading, { row }: StoredAction): boolean {
  if (!may('actions.follow', row.unit_pos) || may('actions.read', row.unit_pos)) return true;
  return actor.personId !== null && [row.owner_id, row.verifier_id, ...row.doer_ids].includes(actor.personId);
}

async function recordOf({ tx, today }: Reading, { row, action }: StoredAction, nameOf: NameOf) {
  const { name: unit } = await tx.selectFrom('units').select('name').where('id', '=', row.unit_id).executeTakeFirstOrThrow();
  return {
    id: row.id,
    number: row.number,
    unitId: row.unit_id,
    unit,
    origin: row.origin,
    subjectId: row.subject_id,
    kind: row.kind,
    title: row.title,
    detail: row.detail,
    ownerId: row.owner_id,
    owner: nameOf(row.owner_id),
    verifierId: row.verifier_id,
    verifier: nameOf(row.verifier_id),
    dueOn: row.due_on,
    extendedFromOn: row.extended_from_on,
    state: row.state,
    overdue: isOverdue(action, today),
    openedBy: nameOf(row.opened_by_id),
    openedOn: row.opened_on,
    submittedOn: row.submitted_on,
    result: row.result,
    returns: row.returns,
    verifiedBy: nameOf(row.verified_by_id),
    doneOn: row.done_on,
    opinion: row.opinion,
    cancelledOn: row.cancelled_on,
    reason: row.reason,
    effectDueOn: row.effect_due_on,
    effect: row.effect,
    effectOn: row.effect_on,
    effectBy: nameOf(row.effect_by_id),
    effectNote: row.effect_note,
    today,
  };
}

function shownExtension({ fromOn, toOn, granted, row }: StoredExtension, nameOf: NameOf) {
  const { reason, asked_by_id, asked_on, decided_by_id, decided_on, note } = row;
  return {
    fromOn,
    toOn,
    granted,
    reason,
    askedBy: nameOf(asked_by_id),
    askedOn: asked_on,
    decidedBy: nameOf(decided_by_id),
    decidedOn: decided_on,
    note,
  };
}

function photosOf({ tx }: Reading, actionId: string) {
  return tx
    .selectFrom('action_photos as p')
    .select(['p.round', 'p.sha256'])
    .select(
      sql<
        string | null
      >`(select e.id from evidence e where e.subject_id = p.action_id and e.sha256 = p.sha256 and e.arrived_at is not null limit 1)`.as(
        'evidenceId',
      ),
    )
    .where('p.action_id', '=', actionId)
    .orderBy('p.round')
    .orderBy('p.at')
    .execute();
}

async function stepsOf({ tx }: Reading, actionId: string, nameOf: NameOf) {
  const rows = await tx
    .selectFrom('action_steps')
    .select(['step', 'by_id', 'at', 'note', 'facts'])
    .where('action_id', '=', actionId)
    .orderBy('seq')
    .limit(200)
    .execute();
  return rows.map(({ by_id, ...each }) => ({ ...each, by: nameOf(by_id) }));
}

type Offered = ActionStep | 'askMoreTime' | 'decideMoreTime';

async function objectionsTo(
  work: Reading,
  { row, action }: StoredAction,
  last: StoredExtension | null,
): Promise<Record<Offered, string | null>> {
  const by = work.actor.personId ?? '';
  const assigned = await assignedVerbs(work, row.id);
  const permits = (permission: Permission) => assigned.has(permission) || work.may(permission, row.unit_pos);
  const photos = await photoCounts(work.tx, row.id, action.returns);
  const why = (permission: Permission, said: () => string | null) => (permits(permission) ? said() : 'access.not_permitted');
  const known = { by, on: work.today };
  const ofSteps = actionSteps.map((step) => {
    const asked = step === 'verify' ? { ...known, photos } : known;
    return [step, why(permissions[step], () => objectionToAction(action, step, asked))] as const;
  });
  const oneLevelUp = await decidesFor(work, row.unit_id);
  return {
    ...(Object.fromEntries(ofSteps) as Record<ActionStep, string | null>),
    askMoreTime: why('actions.submit', () => objectionToMoreTime({ action, last }, known)),
    decideMoreTime: why('actions.decideExtension', () => objectionToDecidingTime({ action, last }, { by, oneLevelUp })),
  };
}

/** What the asker may do to this one by assignment. */
async function assignedVerbs({ tx, actor, today }: Reading, actionId: string): Promise<ReadonlySet<string>> {
  if (actor.personId === null) return new Set();
  const rows = await tx
    .selectFrom('assignments')
    .select('verb')
    .where('subject_id', '=', actionId)
    .where('person_id', '=', actor.personId)
    .where('ended_at', 'is', null)
    .where('until_on', '>=', today)
    .execute();
  return new Set(rows.map(({ verb }) => verb));
}
