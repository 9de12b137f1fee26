import { addDays } from '@changming/domain/kernel';

import type { Permission, Writing } from '../context.ts';

/** What a doer or a verifier from another branch needs for the one action: see it, show photos, take the step. */
const needs = {
  submit: ['actions.submit', 'actions.follow', 'evidence.upload', 'evidence.read'],
  verify: ['actions.verify', 'actions.follow', 'evidence.read'],
} as const satisfies Record<string, readonly Permission[]>;

type Held = {
  readonly id: string;
  readonly unitId: string;
  readonly ownerId: string;
  readonly verifierId: string | null;
  readonly dueOn: string;
};

/** 指派: these two may do this to this action, wherever their own grants lie. Whoever had it before has it no more. */
export async function assignBoth(work: Writing, { id, unitId, ownerId, verifierId, dueOn }: Held): Promise<void> {
  await endAssignments(work, id);
  const who = [...needs.submit.map((verb) => ({ verb, person_id: ownerId })), ...verbsOf(verifierId)];
  const until_on = addDays(dueOn < work.today ? work.today : dueOn, 180);
  const rows = who.map((each) => ({ id: work.newId(), subject_id: id, unit_id: unitId, ...each, until_on, ended_at: null }));
  await work.tx.insertInto('assignments').values(rows).execute();
}

function verbsOf(verifierId: string | null) {
  return verifierId === null ? [] : needs.verify.map((verb) => ({ verb, person_id: verifierId }));
}

export async function endAssignments({ tx, now }: Writing, actionId: string): Promise<void> {
  await tx.updateTable('assignments').set({ ended_at: now }).where('subject_id', '=', actionId).where('ended_at', 'is', null).execute();
}
