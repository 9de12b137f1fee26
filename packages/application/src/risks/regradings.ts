import { askRegradingInput, advance, failedControl, type FailedControl, objection, type RegradingCause } from '@changming/domain/risks';

import { command, type Writing } from '../context.ts';
import { noteEvent, riskInScope, saveRisk, type StoredRisk, told } from './store.ts';
import { tellOfRisk } from './tell.ts';

/** 提请复评 by a person: process, equipment, layout, 四新, an accident or the law has changed. */
export const askRegrading = command({
  permission: 'risks.edit',
  name: 'risks.askRegrading',
  input: askRegradingInput,
  async run(work, { riskId, cause, note }) {
    const before = await riskInScope(work.tx, work.scope, riskId);
    const risk = advance(before.risk, 'askRegrading', { by: work.actor.personId, reviewMonths: 0 });
    await saveRisk(work.tx, before.row, { stage: risk.stage });
    await noteAsked(work, before, { cause, note, measureId: null, subjectId: null, on: work.today });
    await noteEvent(work, { riskId, round: before.row.round, step: 'askRegrading', note });
    await tellOfRisk(work, before, { about: 'risks.regradingAsked', once: `asked:${before.row.version}`, to: 'owner' });
    const after = { ...told({ row: before.row, risk }), cause, note };
    return work.trail({ subjectId: riskId, unitId: before.row.unit_id, before: told(before), after }, { id: riskId, stage: risk.stage });
  },
});

/**
 * 措施失效: for the verbs of other contexts, within their own transaction. A failed check or a hazard on a measure asks for the risk to be
 * graded anew; the worker does it as the clock, because whoever found it need not have a say in the risk.
 */
export async function tellFailedControl({ enqueue }: Pick<Writing, 'enqueue'>, failed: FailedControl): Promise<void> {
  await enqueue('risks.failed-control', failed, `${failed.measureId}:${failed.subjectId}`);
}

/** What the worker does with it: each check and each hazard asks once, however often it is told. */
export const receiveFailedControl = command({
  permission: 'risks.sweep',
  name: 'risks.tellFailedControl',
  input: failedControl,
  async run(work, { measureId, cause, subjectId, on }) {
    const { tx, scope, trail } = work;
    const measure = await tx.selectFrom('risk_measures').select(['risk_id', 'text']).where('id', '=', measureId).executeTakeFirst();
    if (measure === undefined) return trail([], { asked: false });
    const before = await riskInScope(tx, scope, measure.risk_id);
    const isNew =
      before.risk.stage !== 'archived' && (await noteAsked(work, before, { cause, note: measure.text, measureId, subjectId, on }));
    if (!isNew) return trail([], { asked: false });
    const asks = objection(before.risk, 'askRegrading', null) === null;
    if (asks) await saveRisk(tx, before.row, { stage: 'dueForReview' });
    await noteEvent(work, { riskId: before.row.id, round: before.row.round, step: cause, note: measure.text });
    await tellOfRisk(work, before, {
      about: 'risks.controlFailed',
      once: subjectId,
      to: 'owner',
      facts: { measure: measure.text.slice(0, 60) },
    });
    const after = { stage: asks ? 'dueForReview' : before.risk.stage, cause, measureId, causedBy: subjectId };
    return trail({ subjectId: before.row.id, unitId: before.row.unit_id, before: { stage: before.risk.stage }, after }, { asked: true });
  },
});

type Asked = {
  readonly cause: RegradingCause;
  readonly note: string | null;
  readonly measureId: string | null;
  readonly subjectId: string | null;
  readonly on: string;
};

/** Whether this is asked for the first time. */
export async function noteAsked(work: Writing, { row }: StoredRisk, { cause, note, measureId, subjectId, on }: Asked): Promise<boolean> {
  const written = await work.tx
    .insertInto('risk_regradings')
    .values({
      id: work.newId(),
      risk_id: row.id,
      measure_id: measureId,
      cause,
      subject_id: subjectId,
      note,
      asked_by_id: work.actor.personId,
      asked_on: on,
      recorded_at: work.now,
      round: row.round,
      answered_on: null,
      answered_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}
