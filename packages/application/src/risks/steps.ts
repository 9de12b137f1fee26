import { advance, archiveRiskInput, changesColour, type Risk, type RiskStep, riskStepInput } from '@changming/domain/risks';

import { command, type Writing } from '../context.ts';
import { outdateMapsWith } from '../points/index.ts';
import { reviewRules } from './rules.ts';
import { noteEvent, riskInScope, saveRisk, type StoredRisk, told } from './store.ts';

/** 审核: by another than who graded it. */
export const reviewRisk = command({
  permission: 'risks.approve',
  name: 'risks.review',
  input: riskStepInput,
  run: (work, { riskId, note }) => take(work, { riskId, step: 'review', note }),
});

/** 退回: the assessor goes on with it. */
export const sendBackRisk = command({
  permission: 'risks.approve',
  name: 'risks.sendBack',
  input: riskStepInput,
  run: (work, { riskId, note }) => take(work, { riskId, step: 'sendBack', note }),
});

/** 发布: the grading comes into force and answers what was asked before it was reviewed; what was asked since still asks. */
export const publishRisk = command({
  permission: 'risks.approve',
  name: 'risks.publish',
  input: riskStepInput,
  run: (work, { riskId, note }) => take(work, { riskId, step: 'publish', note }),
});

/** 归档: it is no longer there; nothing owes a check because of it. */
export const archiveRisk = command({
  permission: 'risks.approve',
  name: 'risks.archive',
  input: archiveRiskInput,
  run: (work, { riskId, reason }) => take(work, { riskId, step: 'archive', note: reason }),
});

type Step = { readonly riskId: string; readonly step: RiskStep; readonly note: string | null };

async function take(work: Writing, { riskId, step, note }: Step) {
  const { tx, scope, actor, today } = work;
  const before = await riskInScope(tx, scope, riskId);
  const rules = await reviewRules(tx);
  const { reviewMonths } = await rules({ unitId: before.row.unit_id, on: today });
  const moved = advance(before.risk, step, { by: actor.personId, reviewMonths });
  const risk = step === 'publish' && (await stillAsked(work, before)) ? advance(moved, 'askRegrading', { by: null, reviewMonths }) : moved;
  await saveRisk(tx, before.row, { ...columnsOf(risk), ...daysOf(step, today) });
  await noteWho(work, before, step);
  await noteEvent(work, { riskId, round: before.row.round, step, note });
  const { point_id: pointId, unit_id: unitId, version } = before.row;
  if (pointId !== null && changesColour(before.risk, risk)) await outdateMapsWith(work, pointId);
  const after = { row: before.row, risk };
  return work.trail(
    { subjectId: riskId, unitId, before: told(before), after: { ...told(after), note } },
    { id: riskId, stage: risk.stage, level: before.grading.level, version: version + 1 },
  );
}

function columnsOf({ stage, level, reviewDueOn }: Risk) {
  return { stage, level, review_due_on: reviewDueOn };
}

function daysOf(step: RiskStep, today: string) {
  if (step === 'archive') return { archived_on: today };
  return step === 'publish' ? { published_on: today } : {};
}

/** Who reviewed and who published stands with the grading of the round. */
async function noteWho({ tx, actor, today, now }: Writing, { row }: StoredRisk, step: RiskStep): Promise<void> {
  const set = whoOf(step, { by: actor.personId, on: today, at: now });
  if (set === null) return;
  await tx.updateTable('risk_gradings').set(set).where('risk_id', '=', row.id).where('round', '=', row.round).execute();
}

/** Answers what was asked before the grading was reviewed; whether anything was asked since. */
async function stillAsked({ tx, today, now }: Writing, { row, grading }: StoredRisk): Promise<boolean> {
  await tx
    .updateTable('risk_regradings')
    .set({ answered_on: today, answered_at: now })
    .where('risk_id', '=', row.id)
    .where('answered_on', 'is', null)
    .where('recorded_at', '<=', grading.reviewed_at ?? now)
    .execute();
  const open = tx.selectFrom('risk_regradings').select('id').where('risk_id', '=', row.id).where('answered_on', 'is', null);
  return (await open.limit(1).executeTakeFirst()) !== undefined;
}

type Who = { readonly by: string | null; readonly on: string; readonly at: Date };

function whoOf(step: RiskStep, { by, on, at }: Who) {
  if (step === 'review') return { reviewed_by_id: by, reviewed_on: on, reviewed_at: at };
  if (step === 'sendBack') return { reviewed_by_id: null, reviewed_on: null, reviewed_at: null };
  return step === 'publish' ? { published_by_id: by, published_on: on, published_at: at } : null;
}
