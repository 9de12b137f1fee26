import { createRiskInput, type GradingInput } from '@changming/domain/risks';

import { command, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { columnsOf, refuseStrange } from './content.ts';
import { saveMeasures } from './measures.ts';
import { gradedBy } from './scales.ts';
import { type NewGrading, noteEvent, riskInScope } from './store.ts';

/** 辨识并评价: a draft, until somebody else has reviewed it. The same id again answers the same risk. */
export const createRisk = command({
  permission: 'risks.edit',
  name: 'risks.create',
  input: createRiskInput,
  async run(work, { unitId, grading, measures, ...given }) {
    const { tx, scope, today, trail } = work;
    await unitInScope(tx, scope, unitId);
    await refuseStrange(work, unitId, given);
    const id = given.id ?? work.newId();
    const written = await tx
      .insertInto('risks')
      .values({ id, unit_id: unitId, ...columnsOf(given), stage: 'draft', level: null, created_on: today })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning(['id', 'number'])
      .executeTakeFirst();
    if (written === undefined) return trail([], await sameAgain(work, id));
    const row = await gradingRow(work, { riskId: id, round: 1, grading });
    await tx.insertInto('risk_gradings').values(row).execute();
    await saveMeasures(
      work,
      id,
      measures.map(({ kind, text }) => ({ kind, text })),
    );
    await noteEvent(work, { riskId: id, round: 1, step: 'create', note: null });
    const after = { name: given.name, kind: given.kind, graded: row.level, score: row.score };
    return trail({ subjectId: id, unitId, before: null, after }, { id, number: written.number, level: row.level });
  },
});

async function sameAgain({ tx, scope }: Writing, id: string) {
  const { row, grading } = await riskInScope(tx, scope, id);
  return { id, number: row.number, level: grading.level };
}

type Drawn = { readonly riskId: string; readonly round: number; readonly grading: GradingInput };

/** The grading of a round, reckoned by the table of its day. */
export async function gradingRow(work: Pick<Writing, 'tx' | 'today' | 'actor'>, { riskId, round, grading }: Drawn): Promise<NewGrading> {
  const { score, band, level, scaleId } = await gradedBy(work, grading);
  const { method, likelihood, exposure, consequence, directMajor, note, assessedOn } = grading;
  return {
    risk_id: riskId,
    round,
    method,
    scale_id: scaleId,
    likelihood,
    exposure,
    consequence,
    score,
    band,
    level,
    direct_major: directMajor,
    note,
    assessed_by_id: work.actor.personId,
    assessed_on: assessedOn,
    reviewed_by_id: null,
    reviewed_on: null,
    reviewed_at: null,
    published_by_id: null,
    published_on: null,
    published_at: null,
  };
}
