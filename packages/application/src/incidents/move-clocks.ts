import { followUpDaysBetween, higher, movedClocks, type RunningClock } from '@changming/domain/incidents';
import { startOf } from '@changming/domain/kernel';

import type { Writing } from '../context.ts';
import { classNow, reckon } from './facts.ts';
import { clockFactsOf } from './keep-clocks.ts';
import { rulesOf } from './rules.ts';
import type { StoredIncident } from './store.ts';

type Corrected = { readonly before: StoredIncident; readonly after: StoredIncident };

/** 时限重算: every clock by the corrected times, the rules of the corrected day and the class that follows, met or not. Answers how many have moved. */
export async function moveClocks(work: Writing, { before, after }: Corrected): Promise<number> {
  const { tx } = work;
  const rules = await rulesOf(tx, after);
  const reckoned = await reckon(tx, after, rules);
  const grade = higher(reckoned.suggested, after.grade ?? 'none');
  const eventClass = classNow(after, reckoned);
  const facts = { ...(await clockFactsOf(work, after, { grade, dangerous: reckoned.dangerous })), eventClass };
  const clocks = await clocksOf(work, after.id);
  const corrected = { facts, occurredAt: after.occurred_at, informedBefore: before.leader_informed_at };
  const moved = movedClocks(clocks, corrected, rules);
  for (const { id, startsAt, dueAt } of moved)
    await tx.updateTable('incident_clocks').set({ starts_at: startsAt, due_at: dueAt }).where('id', '=', id).execute();
  await moveFollowUps(work, clocks, moved);
  return moved.length;
}

function clocksOf({ tx }: Writing, incidentId: string): Promise<RunningClock[]> {
  return tx
    .selectFrom('incident_clocks')
    .select(['id', 'code', 'key', 'starts_at as startsAt', 'due_at as dueAt'])
    .where('incident_id', '=', incidentId)
    .execute();
}

/** 续报 begins the day after the authority was to be told: of the days between, none is owed any more, or each is owed again. */
async function moveFollowUps(
  { tx, now }: Writing,
  clocks: readonly RunningClock[],
  moved: readonly { readonly id: string; readonly startsAt: Date }[],
): Promise<void> {
  const county = clocks.find(({ code }) => code === 'county');
  const then = moved.find(({ id }) => id === county?.id);
  const between = county === undefined || then === undefined ? null : followUpDaysBetween(county.startsAt, then.startsAt);
  if (county === undefined || between === null) return;
  const ids = clocks
    .filter(({ code, startsAt }) => code === 'followUp' && startsAt > startOf(between.after) && startsAt <= startOf(between.upTo))
    .map(({ id }) => id);
  if (ids.length === 0) return;
  await tx
    .updateTable('incident_clocks')
    .set({ dropped_at: between.owed ? null : now })
    .where('id', 'in', ids)
    .where('met_at', 'is', null)
    .where('dropped_at', between.owed ? 'is not' : 'is', null)
    .execute();
}
