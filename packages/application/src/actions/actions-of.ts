import type { Tx } from '@changming/database';
import type { ActionState } from '@changming/domain/actions';
import { sql } from 'kysely';

import { namesOnActions } from './names.ts';

/** An action as the page of its record shows it. */
export type ActionOfSubject = {
  readonly id: string;
  readonly number: string;
  readonly subjectId: string;
  readonly kind: string;
  readonly title: string;
  readonly ownerId: string;
  readonly owner: string;
  readonly verifierId: string | null;
  readonly verifier: string | null;
  readonly dueOn: string;
  readonly state: ActionState;
  readonly doneOn: string | null;
  readonly effect: 'effective' | 'ineffective' | null;
};

/** The actions of records, oldest first, as far as the session sees them. */
export async function actionsOf(tx: Tx, subjectIds: readonly string[]): Promise<ActionOfSubject[]> {
  if (subjectIds.length === 0) return [];
  const rows = await tx
    .selectFrom('actions')
    .selectAll()
    .where('subject_id', 'in', [...subjectIds])
    .orderBy('seq')
    .execute();
  const names = await namesOnActions(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    subjectId: row.subject_id ?? '',
    kind: row.kind,
    title: row.title,
    ownerId: row.owner_id,
    owner: names.get(row.owner_id) ?? '',
    verifierId: row.verifier_id,
    verifier: row.verifier_id === null ? null : (names.get(row.verifier_id) ?? ''),
    dueOn: row.due_on,
    state: row.state,
    doneOn: row.done_on,
    effect: row.effect,
  }));
}

export type ActionsLeft = {
  readonly asked: number;
  readonly done: number;
  readonly cancelled: number;
  readonly open: number;
  readonly overdue: number;
};

/** How many actions a record has and how many are left; a record whose `open` is 0 and whose `done` is not has its measures in place. */
export async function actionsLeft(tx: Tx, subjectId: string): Promise<ActionsLeft> {
  const { rows } =
    await sql<ActionsLeft>`select asked, done, cancelled, open, overdue from house.actions_of(array[${subjectId}]::uuid[])`.execute(tx);
  return rows[0] ?? { asked: 0, done: 0, cancelled: 0, open: 0, overdue: 0 };
}
