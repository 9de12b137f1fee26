import { acceptInput, type Closure, type Hazard, owedAtClosing, reopenInput } from '@changming/domain/hazards';
import { id } from '@changming/domain/kernel';

import { command, type Writing } from '../context.ts';
import { assignWork, endWork, untilAfter } from './assignments.ts';
import { hazardRules } from './hazard-rules.ts';
import { actsForGroup } from './level-up.ts';
import { photoCounts } from './photos.ts';
import { hazardInScope, type StoredHazard } from './store.ts';
import { stepTaken, takeStep } from './take-step.ts';
import { endVoidingByReopening, voidAsked } from './voidings.ts';

/** 验收; when it passes, 销号 happens in the same transaction: the closing is noted, and what it makes owed. */
export const acceptHazard = command({
  permission: 'hazards.accept',
  input: acceptInput.extend({ hazardId: id }),
  async run(work, { hazardId, opinion, lesson }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    const facts = {
      photos: await photoCounts(work.tx, stored),
      byGroup: actsForGroup(work),
      voidAsked: await voidAsked(work.tx, hazardId),
    };
    const beside = { opinion: opinion ?? null, lesson: lesson ?? null };
    const after = await takeStep(work, stored, ['accept', facts], { beside, note: opinion });
    await noteClosing(work, stored, after);
    await endWork(work, hazardId, 'hazards.rectify');
    return stepTaken(work, stored, after);
  },
});

/** The closing as it was, and the look-back that it makes owed when its kind is looked back on without exception. */
async function noteClosing(
  { tx, newId }: Writing,
  { row }: StoredHazard,
  { reopenings: round, level, closedOn, acceptedById }: Hazard,
): Promise<void> {
  if (level === null || closedOn === null) throw new Error(`hazard ${row.id} closed without level or day`);
  const closure: Closure = { hazardId: row.id, round, unitId: row.unit_id, level, source: row.source, origin: row.origin, closedOn };
  const { source, origin } = closure;
  await tx
    .insertInto('hazard_closings')
    .values({ hazard_id: row.id, round, unit_id: row.unit_id, level, source, origin, closed_on: closedOn, accepted_by_id: acceptedById })
    .execute();
  const { lookBack } = await hazardRules(tx, { unitId: row.unit_id, on: closedOn });
  const owed = owedAtClosing(closure, lookBack);
  if (owed === null) return;
  const { reason, fromOn, toOn } = owed;
  await tx
    .insertInto('hazard_look_backs')
    .values({ id: newId(), hazard_id: row.id, round, unit_id: row.unit_id, reason, from_on: fromOn, to_on: toOn })
    .execute();
}

/** 重新打开 with a reason: what was closed was not gone. */
export const reopenHazard = command({
  permission: 'hazards.reopen',
  input: reopenInput.extend({ hazardId: id }),
  async run(work, { hazardId, reason, dueOn }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    const after = await reopen(work, stored, { reason, dueOn });
    return stepTaken(work, stored, after);
  },
});

type Reopening = { readonly reason: string | null; readonly dueOn: string };

/** The next round begins; whoever was answerable is so again. Without a reason it is what the look-back found. */
export async function reopen(work: Writing, stored: StoredHazard, { reason, dueOn }: Reopening): Promise<Hazard> {
  const after = await takeStep(work, stored, ['reopen', { reason: reason ?? 'relapsed', dueOn }], {
    note: reason ?? undefined,
    beside: { done: null, spent: null, submitted_at: null },
  });
  await endVoidingByReopening(work, after);
  await endWork(work, after.id, 'hazards.lookBack');
  const { responsibleId } = after.plan;
  if (responsibleId !== null)
    await assignWork(work, after, { work: 'hazards.rectify', personId: responsibleId, untilOn: untilAfter(dueOn, work.today) });
  return after;
}
