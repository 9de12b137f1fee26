import {
  correctedTimes,
  correctionsOf,
  correctTimesInput,
  type IncidentTimes,
  objectionToTimes,
  presentTypeOf,
  type TimeCorrection,
  typesOn,
} from '@changming/domain/incidents';
import { dayIn, refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { command, type Writing } from '../context.ts';
import { afterFacts } from './after-facts.ts';
import { noteEvent, tell } from './events.ts';
import { moveClocks } from './move-clocks.ts';
import { restateDegrees } from './restate-degrees.ts';
import { changeOf, incidentWithFacts, saveIncident, type StoredIncident } from './store.ts';

/**
 * 更正时间: headquarters says that a time was entered wrongly, and why. Rules, clocks and grade are reckoned anew from the corrected time,
 * and what was told late or in time is judged by it; what the time was taken for until now stays beside it. The number stays as well.
 */
export const correctTimes = command({
  permission: 'incidents.oversee',
  name: 'incidents.correctTimes',
  input: correctTimesInput,
  async run(work, { incidentId, version, reason, ...given }) {
    const before = await incidentWithFacts(work, incidentId);
    if (before.version !== version) refuse('conflict', 'incidents.changed_meanwhile', { id: incidentId });
    const times = correctedTimes(timesOf(before), given);
    await refuseImpossible(work, before, times);
    const corrections = correctionsOf(timesOf(before), times);
    const corrected = await saveIncident(work.tx, before, columnsOf(before, times));
    await noteCorrections(work, incidentId, { corrections, reason });
    await restateDegrees(work, corrected, { before: before.occurred_on, reason });
    const moved = await moveClocks(work, { before, after: corrected });
    const after = await afterFacts(work, corrected, { basis: 'times' });
    await noteEvent(work, incidentId, { step: 'correctTimes', note: reason, facts: told(corrections, 'to') });
    await tell(work, { incidentId, about: 'correctTimes', once: after.version });
    const was = told(corrections, 'from');
    return work.trail(changeOf(before, after, { reason, ...told(corrections, 'to') }, was), { version: after.version, moved });
  },
});

function timesOf({ occurred_at, discovered_at, leader_informed_at }: StoredIncident): IncidentTimes {
  return { occurredAt: occurred_at, discoveredAt: discovered_at, leaderInformedAt: leader_informed_at };
}

async function refuseImpossible({ tx, now }: Writing, before: StoredIncident, times: IncidentTimes): Promise<void> {
  const [firstRecordAt, confirmedAt] = [await firstRecordOf(tx, before), await confirmationOf(tx, before.id)];
  const reason = objectionToTimes(timesOf(before), times, { now, recordedAt: before.recorded_at, confirmedAt, firstRecordAt });
  if (reason !== null) refuse('invalid', reason, { no: before.number });
}

/** When 核实 was entered. */
async function confirmationOf(tx: Writing['tx'], incidentId: string): Promise<Date | null> {
  const clock = await tx
    .selectFrom('incident_clocks')
    .select('met_at')
    .where('incident_id', '=', incidentId)
    .where('code', '=', 'confirm')
    .executeTakeFirst();
  return clock?.met_at ?? null;
}

/** A report to headquarters or to an authority, or the end of the rescue, whichever is said to have been first. */
async function firstRecordOf(tx: Writing['tx'], { id, rescue_ended_at }: StoredIncident): Promise<Date | null> {
  const { first } = await tx
    .selectFrom('incident_reports')
    .select(sql<Date | null>`least(min(reported_at), ${rescue_ended_at}::timestamptz)`.as('first'))
    .where('incident_id', '=', id)
    .executeTakeFirstOrThrow();
  return first;
}

function columnsOf({ accident_type }: StoredIncident, { occurredAt, discoveredAt, leaderInformedAt }: IncidentTimes) {
  const occurredOn = dayIn(occurredAt);
  return {
    occurred_at: occurredAt,
    occurred_on: occurredOn,
    discovered_at: discoveredAt,
    leader_informed_at: leaderInformedAt,
    accident_type: accident_type === null ? null : typeOn(accident_type, occurredOn),
  };
}

/** The type in the edition of the corrected day; null where a person must say which of several it is. */
function typeOn(type: NonNullable<StoredIncident['accident_type']>, day: string): StoredIncident['accident_type'] {
  if (typesOn(day).includes(type)) return type;
  const present = presentTypeOf(type);
  return present !== null && typesOn(day).includes(present) ? present : null;
}

type Corrected = { readonly corrections: readonly TimeCorrection[]; readonly reason: string };

async function noteCorrections({ tx, now, newId, actor }: Writing, incidentId: string, { corrections, reason }: Corrected): Promise<void> {
  const rows = corrections.map(({ field, from, to }) => ({
    id: newId(),
    incident_id: incidentId,
    field,
    from_at: from,
    to_at: to,
    reason,
    by_id: actor.personId,
    recorded_at: now,
  }));
  await tx.insertInto('incident_time_corrections').values(rows).execute();
}

/** Each corrected time as an instant, by its name: what it was taken for, or what it is. */
function told(corrections: readonly TimeCorrection[], end: 'from' | 'to'): Record<string, string> {
  return Object.fromEntries(corrections.map((correction) => [correction.field, correction[end].toISOString()]));
}
