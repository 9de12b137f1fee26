import { randomBytes } from 'node:crypto';

import { type TrainingSessionRow, type Tx, within } from '@changming/database';
import { keyOf, refuse } from '@changming/domain/kernel';
import { levelObjection, objectionToStep, type SessionStep, type TrainingCategory, type TrainingLevel } from '@changming/domain/training';
import type { UnitRange } from '@changming/domain/units';
import { type Selectable, sql } from 'kysely';

import type { Reading, Writing } from '../context.ts';
import { initialsOf } from '../units/index.ts';

export type StoredSession = Selectable<TrainingSessionRow>;

/** The session, if the unit that holds it lies in the scope; outside of it it is missing, not forbidden. */
export async function sessionInScope(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredSession> {
  const row = await tx
    .selectFrom('training_sessions')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'training.session_not_found', { id });
}

/** The same, held against every other change until this one commits, and refused when the step cannot be taken now. */
export async function sessionFor(work: Writing, id: string, step: SessionStep): Promise<StoredSession> {
  const { tx, scope, now } = work;
  const held = await tx
    .selectFrom('training_sessions')
    .select('id')
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .forUpdate()
    .executeTakeFirst();
  if (held === undefined) refuse('missing', 'training.session_not_found', { id });
  const session = await sessionInScope(tx, scope, id);
  const { present, withoutResult } = await presentAt(work, id);
  const facts = { state: session.state, startsAt: session.starts_at, assessed: session.assessed, present, withoutResult };
  const objection = objectionToStep(step, facts, now);
  if (objection !== null) refuse('conflict', objection, { title: session.title, count: withoutResult });
  return session;
}

async function presentAt({ tx }: Pick<Reading, 'tx'>, sessionId: string): Promise<{ present: number; withoutResult: number }> {
  const { rows } = await sql<{ present: number; withoutResult: number }>`
    select count(*) as present, count(*) filter (where result is null) as "withoutResult"
    from training_attendance where session_id = ${sessionId} and way is not null`.execute(tx);
  return rows[0] ?? { present: 0, withoutResult: 0 };
}

export function refuseBadLevel(category: TrainingCategory, level: TrainingLevel | null): void {
  const objection = levelObjection(category, level);
  if (objection !== null) refuse('invalid', objection);
}

/** What the search looks in. */
export function sessionSearchKey(title: string, trainer: string | null): string {
  return [title, initialsOf(title), trainer ?? ''].map(keyOf).join(' ').trim();
}

/** 签到码: what the QR code at the door holds. Whoever can guess it would have to guess 96 bits. */
export function newSignInCode(): string {
  return randomBytes(12).toString('base64url');
}

/** A session as the trail tells it. */
export function toldSession(row: Pick<StoredSession, 'category' | 'level' | 'title' | 'state' | 'class_hours' | 'starts_at' | 'place'>) {
  const { category, level, title, state, class_hours: classHours, starts_at: startsAt, place } = row;
  return { category, level, title, state, classHours, startsAt: startsAt?.toISOString() ?? null, place };
}
