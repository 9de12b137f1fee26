import { advanceRun, type RunStep } from '@changming/domain/assessments';
import { id, text } from '@changming/domain/kernel';
import { isWorkday } from '@changming/domain/standards';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { calendarAround } from '../standards/index.ts';
import { standingOf } from './read-runs.ts';
import { runToMove, toRun } from './run-store.ts';
import { refuseUnlessHeadquarters, toStored } from './scheme-store.ts';

const note = text(500).optional();

/** 送单位确认、开放申诉、复核. */
export const moveRun = command({
  permission: 'assessments.run',
  name: 'assessments.advance',
  input: z.strictObject({ runId: id, step: z.enum(['ask', 'hearAppeals', 'review']), note }),
  run: (work, moved) => move(work, moved),
});

/** 审定、发布、归档: whoever finalised a run does not publish it. A restatement that is published takes the place of what it restates. */
export const concludeRun = command({
  permission: 'assessments.publish',
  input: z.strictObject({ runId: id, step: z.enum(['finalise', 'publish', 'archive']), note }),
  run: (work, moved) => move(work, moved),
});

type Moved = { readonly runId: string; readonly step: RunStep; readonly note?: string | undefined };

async function move(work: Writing, { runId, step, note: said }: Moved) {
  refuseUnlessHeadquarters(work);
  const { tx, actor, now, today, newId, trail } = work;
  const row = await runToMove(tx, runId);
  const scheme = toStored(await tx.selectFrom('assessment_schemes').selectAll().where('id', '=', row.scheme_id).executeTakeFirstOrThrow());
  const calendar = await calendarAround(tx, today);
  const { confirmWorkdays, appealWorkdays } = scheme.body;
  const run = advanceRun(toRun(row), step, {
    known: { by: actor.personId ?? '', on: today, ...(await standingOf(work, runId)) },
    times: { isWorkday: (day) => isWorkday(calendar, day), confirmWorkdays, appealWorkdays },
  });
  const { stage } = run;
  if (stage === 'open') throw new Error('a computed run never opens again');
  await tx
    .updateTable('assessment_runs')
    .set((eb) => ({
      stage,
      confirm_due_on: run.confirmDueOn,
      appeal_due_on: run.appealDueOn,
      finalised_by_id: run.finalisedById,
      ...(step === 'publish' && { published_at: now }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', runId)
    .execute();
  if (step === 'publish' && row.restates_id !== null)
    await tx.updateTable('assessment_runs').set({ superseded_by_id: runId }).where('id', '=', row.restates_id).execute();
  const taken = { id: newId(), run_id: runId, step, stage, by_id: actor.personId, at: now, note: said ?? null };
  await tx.insertInto('assessment_steps').values(taken).execute();
  if (step === 'ask') await work.enqueue('assessments.tell-units', { runId }, `${runId}:asked`);
  return trail({ subjectId: runId, before: { stage: row.stage }, after: { stage, step } }, { stage });
}
