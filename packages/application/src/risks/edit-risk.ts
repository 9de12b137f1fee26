import { refuse } from '@changming/domain/kernel';
import { advance, editRiskInput, type EditRisk, type RiskStep } from '@changming/domain/risks';

import { command, type Writing } from '../context.ts';
import { outdateMapsWith } from '../points/index.ts';
import { columnsOf, refuseStrange } from './content.ts';
import { gradingRow } from './create-risk.ts';
import { saveMeasures } from './measures.ts';
import { noteEvent, riskInScope, saveRisk, type StoredRisk, told } from './store.ts';

/** 修改 of a draft: its content, its grading and its controls. */
export const editRisk = command({
  permission: 'risks.edit',
  input: editRiskInput,
  async run(work, input) {
    const before = await unchanged(work, input);
    await write(work, before, { input, step: 'edit', round: before.row.round });
    return answer(work, before);
  },
});

/** 复评: a new round begins; what was published stays in force until the new grading is. */
export const regradeRisk = command({
  permission: 'risks.edit',
  name: 'risks.regrade',
  input: editRiskInput,
  async run(work, input) {
    const before = await unchanged(work, input);
    await write(work, before, { input, step: 'regrade', round: before.row.round + 1 });
    return answer(work, before);
  },
});

async function unchanged({ tx, scope }: Writing, { riskId, version }: EditRisk): Promise<StoredRisk> {
  const stored = await riskInScope(tx, scope, riskId);
  return stored.row.version === version ? stored : refuse('conflict', 'risks.changed_meanwhile', { id: riskId });
}

type Change = { readonly input: EditRisk; readonly step: RiskStep; readonly round: number };

async function write(work: Writing, before: StoredRisk, { input, step, round }: Change): Promise<void> {
  const { row, risk } = before;
  const moved = advance(risk, step, { by: work.actor.personId, reviewMonths: 0 });
  await refuseStrange(work, row.unit_id, input);
  const grading = await gradingRow(work, { riskId: row.id, round, grading: input.grading });
  await work.tx
    .insertInto('risk_gradings')
    .values(grading)
    .onConflict((conflict) => conflict.columns(['risk_id', 'round']).doUpdateSet(grading))
    .execute();
  await saveRisk(work.tx, row, { ...columnsOf(input), stage: moved.stage, round });
  await saveMeasures(work, row.id, input.measures);
  await noteEvent(work, { riskId: row.id, round, step, note: input.grading.note });
  if (row.level !== null && row.point_id !== input.pointId) await outdateBoth(work, [row.point_id, input.pointId]);
}

async function outdateBoth(work: Writing, pointIds: readonly (string | null)[]): Promise<void> {
  for (const pointId of pointIds) if (pointId !== null) await outdateMapsWith(work, pointId);
}

async function answer(work: Writing, before: StoredRisk) {
  const after = await riskInScope(work.tx, work.scope, before.row.id);
  const { id, unit_id: unitId } = before.row;
  const result = { id, stage: after.risk.stage, level: after.grading.level, version: after.row.version };
  return work.trail({ subjectId: id, unitId, before: told(before), after: told(after) }, result);
}
