import { seenAt } from '@changming/domain/hazards';
import { type Degree, mostCasualties, type ReportIncident, reportIncidentInput } from '@changming/domain/incidents';
import { dayIn, refuse } from '@changming/domain/kernel';

import { command, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { afterFacts } from './after-facts.ts';
import { noteEvent, tell } from './events.ts';
import { photoReceipt, type PhotoReceipt } from './photos.ts';
import { refuseFuture, type StoredIncident, told } from './store.ts';

/** 回执: the words have arrived; which photos are still awaited, and where they must be sent. */
export type IncidentReceipt = {
  readonly id: string;
  readonly number: string;
  readonly unitId: string;
  readonly photos: PhotoReceipt;
};

/**
 * 事故快报: whoever saw it says what, where, when and who was hurt so far. Those who must know are told at once, at night too. The same id
 * again is the same report and gets the same receipt.
 */
export const reportIncident = command({
  permission: 'incidents.report',
  input: reportIncidentInput,
  async run(work, report) {
    const unit = await unitInScope(work.tx, work.scope, report.unitId);
    const row = await entered(work, { ...report, unitId: unit.id });
    if (row === null) return work.trail([], await receiptOfOwn(work, report.id));
    await peopleSoFar(work, row, report);
    await declarePhotos(work, report);
    await noteEvent(work, row.id, { step: 'report' });
    const after = await afterFacts(work, row, { basis: 'report', knownAt: row.reported_at });
    await tell(work, { incidentId: row.id, about: 'report', once: 1 });
    return work.trail({ subjectId: row.id, unitId: unit.id, before: null, after: told(after) }, await receiptOfOwn(work, row.id));
  },
});

/** Null when the id has been used before. */
async function entered(work: Writing, report: ReportIncident): Promise<StoredIncident | null> {
  const { tx, now, actor } = work;
  refuseFuture(work, report.occurredAt);
  const said = seenAt(report.reportedAt ?? now, now);
  const reportedAt = said.foundAt < report.occurredAt ? now : said.foundAt;
  const row = await tx
    .insertInto('incidents')
    .values({
      id: report.id,
      unit_id: report.unitId,
      place: report.place,
      text: report.text,
      state: 'reported',
      event_class: 'nearMiss',
      occurred_on: dayIn(report.occurredAt),
      occurred_at: report.occurredAt,
      discovered_at: report.occurredAt,
      reported_by_id: actor.personId,
      reported_at: reportedAt,
      recorded_at: now,
      clock_suspect: said.clockSuspect,
      fire: report.fire || report.fireBrigadeCalled,
      fire_brigade_called: report.fireBrigadeCalled,
      related_party: report.relatedParty,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** A person each, yet unnamed. */
async function peopleSoFar({ tx, now, newId, actor }: Writing, row: StoredIncident, report: ReportIncident): Promise<void> {
  const counted = {
    death: report.deaths,
    serious: report.serious,
    minor: report.minor,
    firstAid: report.firstAid,
    missing: report.missing,
  };
  const degrees = Object.entries(counted).flatMap(([degree, count]) => Array.from({ length: count }, () => degree as Degree));
  if (degrees.length === 0) return;
  if (degrees.length > mostCasualties) refuse('invalid', 'incidents.too_many_casualties', { most: mostCasualties });
  const relation = report.relatedParty ? ('contractor' as const) : ('employee' as const);
  const people = degrees.map((degree) => ({ id: newId(), degree }));
  await tx
    .insertInto('incident_casualties')
    .values(people.map(({ id }) => ({ id, incident_id: row.id, relation })))
    .execute();
  const stated = { incident_id: row.id, on_day: row.occurred_on, by_id: actor.personId, recorded_at: now };
  await tx
    .insertInto('incident_degrees')
    .values(people.map(({ id, degree }) => ({ id: newId(), casualty_id: id, degree, ...stated })))
    .execute();
}

async function declarePhotos({ tx, now, actor }: Writing, { id, photos }: ReportIncident): Promise<void> {
  if (photos.length === 0) return;
  const rows = photos.map((sha256, at) => ({ incident_id: id, sha256, at, declared_by_id: actor.personId, declared_at: now }));
  await tx
    .insertInto('incident_photos')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The receipt of the caller's own report; an id that somebody else has used is refused, whatever stands behind it. */
async function receiptOfOwn({ tx, actor }: Writing, id: string): Promise<IncidentReceipt> {
  const found = await tx
    .selectFrom('incidents')
    .select(['id', 'number', 'unit_id as unitId'])
    .where('id', '=', id)
    .where('reported_by_id', 'is not distinct from', actor.personId)
    .executeTakeFirst();
  if (found === undefined) refuse('conflict', 'incidents.id_taken');
  return { ...found, photos: await photoReceipt(tx, id) };
}
