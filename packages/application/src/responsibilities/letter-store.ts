import { type LetterRow, type Tables, within } from '@changming/database';
import { advanceLetter, type Letter, type LetterAct, type LetterStep } from '@changming/domain/responsibilities';
import { refuse } from '@changming/domain/kernel';
import type { ExpressionBuilder, Selectable } from 'kysely';

import type { Reading, Writing } from '../context.ts';

export type StoredLetter = Selectable<LetterRow>;

type Seeing = Pick<Reading, 'tx' | 'scope'>;

/** A letter of the branch, or one's own wherever it lies. */
export function inSight(eb: ExpressionBuilder<Tables & { l: Tables['letters'] }, 'l'>, { scope, actor }: Pick<Reading, 'scope' | 'actor'>) {
  const near = within(eb.ref('l.unit_pos'), scope);
  return actor.personId === null ? near : eb.or([near, eb('l.person_id', '=', actor.personId)]);
}

/** The letter to sign: whose it is is the domain's to say. */
export async function letterInSight(work: Writing, id: string): Promise<StoredLetter> {
  const row = await work.tx
    .selectFrom('letters as l')
    .selectAll('l')
    .where('l.id', '=', id)
    .where((eb) => inSight(eb, work))
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('missing', 'responsibilities.letter_not_found');
}

export async function lettersInScope({ tx, scope }: Seeing, ids: readonly string[]): Promise<StoredLetter[]> {
  const rows = await tx
    .selectFrom('letters')
    .selectAll()
    .where('id', 'in', [...ids])
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.length === new Set(ids).size ? rows : refuse('missing', 'responsibilities.letter_not_found');
}

export function letterOf(row: Pick<StoredLetter, 'state' | 'person_id' | 'issuer_id' | 'text_sha256'>): Letter {
  return { state: row.state, personId: row.person_id, issuerId: row.issuer_id, textSha256: row.text_sha256 };
}

type Taking = { readonly step: LetterStep; readonly act: LetterAct; readonly columns: Partial<StoredLetter> };

/** Takes a step by the domain's rules and writes it. What the trail says of it. */
export async function takeStep({ tx }: Writing, before: StoredLetter, { step, act, columns }: Taking) {
  const state = advanceLetter(letterOf(before), step, act);
  const { unit_pos: _unitPos, ...said } = columns;
  await tx
    .updateTable('letters')
    .set({ ...said, state, version: before.version + 1 })
    .where('id', '=', before.id)
    .execute();
  return { subjectId: before.id, unitId: before.unit_id, before: { state: before.state }, after: { state, year: before.year } };
}
