import { type AssessmentAppealRow, within } from '@changming/database';
import { type AppealStage, objectionToAnswering, objectionToLodging } from '@changming/domain/assessments';
import { id, refuse, text } from '@changming/domain/kernel';
import type { Selectable } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { standingOf } from './read-runs.ts';
import { runOf, toRun, unreplaced } from './run-store.ts';
import { refuseUnlessHeadquarters } from './scheme-store.ts';
import { answering, tellUnit } from './tell-units.ts';

const ofResult = { runId: id, unitId: id };

/** 确认: the head of the unit takes note of its result. Once; while units are asked, and until the review. */
export const confirmResult = command({
  permission: 'assessments.confirm',
  input: z.strictObject(ofResult),
  async run(work, { runId, unitId }) {
    const { tx, actor, now, trail } = work;
    await ownResult(work, { runId, unitId });
    const { stage } = unreplaced(await runOf(tx, runId));
    if (stage !== 'confirming' && stage !== 'appealing') refuse('conflict', 'assessments.wrong_stage', { stage });
    const row = { run_id: runId, unit_id: unitId, by_id: actor.personId, at: now };
    const noted = await tx
      .insertInto('assessment_confirmations')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (noted.numInsertedOrUpdatedRows === 0n) refuse('conflict', 'assessments.confirmed_already');
    const { unconfirmed } = await standingOf(work, runId);
    return trail({ subjectId: runId, unitId, before: null, after: { confirmed: unitId } }, { unconfirmed });
  },
});

/** 申诉 against one indicator, or the whole. */
export const lodgeAppeal = command({
  permission: 'assessments.confirm',
  name: 'assessments.appeal',
  input: z.strictObject({ ...ofResult, indicator: z.string().max(40).nullable().default(null), reason: text(2000) }),
  async run(work, { runId, unitId, indicator, reason }) {
    const { tx, actor, now, today, newId, trail } = work;
    const { result } = await ownResult(work, { runId, unitId });
    if (indicator !== null && !result.lines.some(({ code }) => code === indicator))
      refuse('invalid', 'assessments.rule_unknown', { indicator });
    const run = toRun(unreplaced(await runOf(tx, runId)));
    const reasonAgainst = objectionToLodging(run, { on: today, reason });
    if (reasonAgainst !== null) refuse('conflict', reasonAgainst, { stage: run.stage, on: run.appealDueOn ?? '' });
    const appealId = newId();
    const row = { id: appealId, run_id: runId, unit_id: unitId, indicator, reason, lodged_by_id: actor.personId, lodged_at: now };
    await tx
      .insertInto('assessment_appeals')
      .values({ ...row, stage: 'lodged' })
      .execute();
    return trail({ subjectId: runId, unitId, before: null, after: { appealId, indicator } }, { id: appealId });
  },
});

/** 裁定申诉. Upheld, a correction or a run anew follows; the appeal itself changes no score. */
export const answerAppeal = command({
  permission: 'assessments.publish',
  name: 'assessments.decideAppeal',
  input: z.strictObject({ appealId: id, upheld: z.boolean(), reason: text(2000) }),
  async run(work, { appealId, upheld, reason }) {
    refuseUnlessHeadquarters(work);
    const { tx, actor, now, trail } = work;
    const row = await tx.selectFrom('assessment_appeals').selectAll().where('id', '=', appealId).forUpdate().executeTakeFirst();
    if (row === undefined) refuse('missing', 'assessments.appeal_not_found', { id: appealId });
    const stored = await runOf(tx, row.run_id);
    const run = toRun(stored);
    const appeal = { stage: row.stage, lodgedById: row.lodged_by_id ?? '' };
    const against = objectionToAnswering({ run, appeal }, { by: actor.personId ?? 'nobody', reason });
    if (against !== null) refuse('conflict', against, { stage: run.stage });
    const stage: AppealStage = upheld ? 'upheld' : 'rejected';
    await tx
      .updateTable('assessment_appeals')
      .set({ stage, answer: reason, answered_by_id: actor.personId, answered_at: now })
      .where('id', '=', appealId)
      .execute();
    await tellOfAnswer(work, { ...row, stage, period: stored.period, answer: reason });
    return trail({ subjectId: row.run_id, unitId: row.unit_id, before: { stage: row.stage }, after: { appealId, stage } }, { stage });
  },
});

type Answered = Pick<Selectable<AssessmentAppealRow>, 'id' | 'run_id' | 'unit_id' | 'lodged_by_id' | 'stage'> & {
  readonly period: string;
  readonly answer: string;
};

/** 申诉有了结果: whoever lodged it is told, and who answers for the unit. */
async function tellOfAnswer(
  work: Writing,
  { id: appealId, run_id: runId, unit_id: unitId, lodged_by_id: by, stage, period, answer }: Answered,
) {
  const { name: unit } = await work.tx.selectFrom('units').select('name').where('id', '=', unitId).executeTakeFirstOrThrow();
  await tellUnit(work, {
    about: stage === 'upheld' ? 'assessments.appealUpheld' : 'assessments.appealRejected',
    runId,
    unitId,
    to: { posts: [...answering], ...(by !== null && { personIds: [by] }) },
    facts: { unit, period, answer: answer.slice(0, 80) },
    once: `${appealId}:answered`,
  });
}

async function ownResult({ tx, scope }: Writing, { runId, unitId }: { readonly runId: string; readonly unitId: string }) {
  const row = await tx
    .selectFrom('assessment_results')
    .select(['status', 'result'])
    .where('run_id', '=', runId)
    .where('unit_id', '=', unitId)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'assessments.result_not_found', { runId, unitId });
}
