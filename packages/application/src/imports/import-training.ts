import { type AttendanceDraft, trainingHoursOf } from '@changming/domain/imports';
import { startOf } from '@changming/domain/kernel';

import { command, type Writing } from '../context.ts';
import { enterOpening, type OpeningCredit, type OpeningSession } from '../training/index.ts';
import { noteRecords } from './note-records.ts';
import type { Of } from './plan.ts';
import { planOfTraining } from './plan-training.ts';
import { type Brought, ordered, readyOf, runBatch } from './run-import.ts';
import type { Batch } from './store.ts';

/** 培训签到表 of the time before the go-live: sessions come in closed, with everybody's hours, so it has a permission of its own. */
export const runTrainingImport = command({
  permission: 'training.import',
  name: 'training.importSessions',
  input: ordered,
  run: (work, given) => runBatch(work, given, bringTraining),
});

async function bringTraining(work: Writing, batch: Batch, asked: Of): Promise<Brought> {
  const plan = await planOfTraining(work, asked);
  const credits = creditsOf(work, readyOf(plan, batch));
  const changes = await enterOpening(
    work,
    credits.map(({ credit }) => credit),
  );
  await noteRecords(
    work,
    batch,
    credits.map(({ draft: { source }, credit: { id } }) => ({ id, source })),
  );
  return { changes, verdicts: plan.verdicts };
}

type Entered = { readonly draft: AttendanceDraft; readonly credit: OpeningCredit };

function creditsOf({ newId }: Writing, drafts: readonly AttendanceDraft[]): Entered[] {
  const sessions = new Map<string, OpeningSession>();
  return drafts.map((draft) => {
    const session = sessions.get(draft.sessionKey) ?? openingSession(draft, newId());
    sessions.set(draft.sessionKey, session);
    const { personId, personUnitId, attended, result, score } = draft;
    return { draft, credit: { id: newId(), session, personId, personUnitId, attended, result, score, classHours: trainingHoursOf(draft) } };
  });
}

function openingSession({ session, existingId }: AttendanceDraft, freshId: string): OpeningSession {
  const { from, until, ...told } = session;
  const startsAt = momentOf(told.heldOn, from);
  const endsAt = startsAt === null ? null : momentOf(told.heldOn, until);
  return { ...told, id: existingId ?? freshId, isKnown: existingId !== null, startsAt, endsAt };
}

function momentOf(day: string, minutes: number | null): Date | null {
  return minutes === null ? null : new Date(startOf(day).getTime() + minutes * 60_000);
}
