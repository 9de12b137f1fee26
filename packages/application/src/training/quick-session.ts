import { dayIn, refuse } from '@changming/domain/kernel';
import { classMinutes, quickSessionInput } from '@changming/domain/training';

import { command } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { expectAt } from './attendance-store.ts';
import { peopleOf } from './audience.ts';
import { creditAll, finish } from './close-session.ts';
import { writeMarks } from './mark-attendance.ts';
import { newSignInCode, sessionInScope, sessionSearchKey, toldSession } from './session-store.ts';

/** 班前会、理论学习: said, ticked and closed in one go. The same id again answers what was recorded. Class hours are the minutes, to the half hour below. */
export const recordQuickSession = command({
  permission: 'training.hold',
  name: 'training.recordQuick',
  input: quickSessionInput,
  async run(work, { id = work.newId(), unitId, minutes, startedAt, presentIds, absentIds, photos, place, trainer, ...words }) {
    const { tx, scope, now, trail } = work;
    await unitInScope(tx, scope, unitId);
    const startsAt = new Date(startedAt);
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    if (startsAt > now) refuse('conflict', 'training.not_begun', { title: words.title });
    const spoken = { place, trainer, starts_at: startsAt, ends_at: endsAt, class_hours: Math.floor((minutes * 2) / classMinutes) / 2 };
    const row = { id, unit_id: unitId, kind: 'quick' as const, level: null, ...words, ...spoken };
    const written = await tx
      .insertInto('training_sessions')
      .values({ ...row, code: newSignInCode(), by_id: work.actor.personId, search_key: sessionSearchKey(words.title, trainer) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) return trail([], { id: (await sessionInScope(tx, scope, id)).id, attended: 0 });
    const attended = await attend(work, id, { presentIds, absentIds, photos });
    const after = { ...toldSession({ ...row, state: 'closed' }), attended, on: dayIn(startsAt) };
    return trail({ subjectId: id, unitId, before: null, after }, { id, attended });
  },
});

type Those = { readonly presentIds: readonly string[]; readonly absentIds: readonly string[]; readonly photos: readonly string[] };

async function attend(work: Parameters<typeof expectAt>[0], id: string, { presentIds, absentIds, photos }: Those): Promise<number> {
  const personIds = [...new Set([...presentIds, ...absentIds])];
  const people = await peopleOf(work, { unitIds: [], withBelow: true, posts: [], engagements: [], owing: false, staffNos: [], personIds });
  const session = await sessionInScope(work.tx, work.scope, id);
  await expectAt(work, session, people);
  const present = [...new Set(presentIds)];
  await writeMarks(
    work,
    session,
    present.map((personId) => ({ personId, present: true, result: null, score: null, note: null })),
  );
  await creditAll(work, session);
  await finish(work, session, { summary: null, photos });
  return present.length;
}
