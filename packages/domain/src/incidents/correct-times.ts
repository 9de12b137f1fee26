import type { IncidentRefusal } from './refusals.ts';

/** The times of an event that may turn out to have been entered wrongly. */
export const incidentTimes = ['occurredAt', 'discoveredAt', 'leaderInformedAt'] as const;
export type IncidentTime = (typeof incidentTimes)[number];

/** `leaderInformedAt` is null until somebody has confirmed the event. */
export type IncidentTimes = { readonly occurredAt: Date; readonly discoveredAt: Date; readonly leaderInformedAt: Date | null };

export type GivenTimes = { readonly [Time in IncidentTime]?: Date | undefined };

/** The times as they are to be. What is not given stays; what was discovered as it occurred is discovered so still. */
export function correctedTimes(before: IncidentTimes, given: GivenTimes): IncidentTimes {
  const occurredAt = given.occurredAt ?? before.occurredAt;
  const followed = sameInstant(before.discoveredAt, before.occurredAt) ? occurredAt : before.discoveredAt;
  return {
    occurredAt,
    discoveredAt: given.discoveredAt ?? followed,
    leaderInformedAt: given.leaderInformedAt ?? before.leaderInformedAt,
  };
}

export type TimeCorrection = { readonly field: IncidentTime; readonly from: Date; readonly to: Date };

/** What has changed, time by time. */
export function correctionsOf(before: IncidentTimes, after: IncidentTimes): TimeCorrection[] {
  return incidentTimes.flatMap((field) => {
    const [from, to] = [before[field], after[field]];
    return from === null || to === null || sameInstant(from, to) ? [] : [{ field, from, to }];
  });
}

type Around = {
  readonly now: Date;
  /** When the report arrived here: nothing is reported before it happens. */
  readonly recordedAt: Date;
  /** When the leader confirmed it here, and so had been told; null while nobody has. */
  readonly confirmedAt: Date | null;
  /** The earliest of what was written down as done after the event: a report to somebody, the end of the rescue. */
  readonly firstRecordAt: Date | null;
};

/** Why the times may not be so, or null. They stay in their order: it happened, it was discovered, the leader was told. */
export function objectionToTimes(before: IncidentTimes, after: IncidentTimes, around: Around): IncidentRefusal | null {
  if (before.leaderInformedAt === null && after.leaderInformedAt !== null) return 'incidents.not_confirmed';
  if (correctionsOf(before, after).length === 0) return 'incidents.nothing_corrected';
  const inOrder = [after.occurredAt, after.discoveredAt, ...(after.leaderInformedAt === null ? [] : [after.leaderInformedAt])];
  if (inOrder.some((time) => time > around.now)) return 'incidents.future_time';
  if (inOrder.some((time, at) => time < (inOrder[at - 1] ?? time))) return 'incidents.times_out_of_order';
  return objectionToRecords(after, around);
}

function objectionToRecords({ occurredAt, leaderInformedAt }: IncidentTimes, around: Around): IncidentRefusal | null {
  const { recordedAt, confirmedAt, firstRecordAt } = around;
  if (occurredAt > recordedAt) return 'incidents.recorded_before';
  if (leaderInformedAt !== null && confirmedAt !== null && leaderInformedAt > confirmedAt) return 'incidents.confirmed_before';
  return firstRecordAt !== null && firstRecordAt < occurredAt ? 'incidents.records_before' : null;
}

function sameInstant(a: Date, b: Date): boolean {
  return a.getTime() === b.getTime();
}
