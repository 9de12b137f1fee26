import type { ExamPaperRow, Tx } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { type BankQuestion, type DrawRule, objectionToRules, shortagesOf, type TrainingLevel } from '@changming/domain/training';
import type { UnitRange } from '@changming/domain/units';
import type { Selectable } from 'kysely';

import { rulesFor } from '../../standards/index.ts';
import { isWithin, ownedInSight } from '../sight.ts';

export type StoredPaper = Selectable<ExamPaperRow>;

/** The paper, if its owner lies within the scope or above it. */
export async function paperInSight(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredPaper> {
  const row = await tx
    .selectFrom('exam_papers as p')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .selectAll('p')
    .where('p.id', '=', id)
    .where(ownedInSight(scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'training.paper_not_found', { id });
}

export async function paperToChange(
  tx: Tx,
  scope: readonly UnitRange[],
  { paperId, version }: { readonly paperId: string; readonly version: number },
): Promise<StoredPaper> {
  const found = await paperInSight(tx, scope, paperId);
  if (!isWithin(scope, found.unit_pos)) refuse('missing', 'training.paper_not_found', { id: paperId });
  if (found.retired_on !== null) refuse('conflict', 'training.paper_retired', { name: found.name });
  if (found.version !== version) refuse('conflict', 'training.exams_changed_meanwhile');
  return found;
}

/** What a paper of this unit may draw from: the unit's own questions and those of the units above it. */
export async function bankOf(tx: Tx, unitId: string): Promise<BankQuestion[]> {
  const rows = await tx
    .selectFrom('exam_questions as q')
    .innerJoin('units as u', 'u.id', 'q.unit_id')
    .innerJoin('units as own', (join) => join.on('own.id', '=', unitId).onRef('u.lo', '<=', 'own.lo').onRef('u.hi', '>=', 'own.lo'))
    .selectAll('q')
    .where('q.retired_on', 'is', null)
    .execute();
  return rows;
}

type Drawn = { readonly unitId: string; readonly draw: readonly DrawRule[]; readonly level: TrainingLevel | null };

/** Refuses rules that overlap, and such as the bank cannot serve. */
export async function refuseUndrawable(tx: Tx, { unitId, draw, level }: Drawn): Promise<void> {
  const objection = objectionToRules(draw);
  if (objection !== null) refuse('invalid', objection);
  const [short] = shortagesOf(draw, await bankOf(tx, unitId), level);
  if (short !== undefined) refuse('conflict', 'training.draw_short', { topic: short.topic, wanted: short.wanted, held: short.held });
}

/** 及格线 of a hundred, by the rule in force. */
export async function passMarkFor(tx: Tx, bound: { readonly unitId: string; readonly on: string }): Promise<number> {
  const { number } = await rulesFor(tx, bound);
  return Math.round((number('training.passMark') ?? 0.8) * 100);
}
