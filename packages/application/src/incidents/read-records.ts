import type { Tx } from '@changming/database';
import { clockStanding, type FourGate, isStatutoryClock } from '@changming/domain/incidents';

import type { Reading } from '../context.ts';
import type { StoredIncident } from './store.ts';

type Names = ReadonlyMap<string, string>;

function nameOf(names: Names, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null);
}

/** 报送时限, the first due first. */
export async function clocksOf({ tx, now }: Reading, incidentId: string) {
  const rows = await tx
    .selectFrom('incident_clocks')
    .select([
      'id',
      'code',
      'key',
      'starts_at as startsAt',
      'due_at as dueAt',
      'met_at as metAt',
      'dropped_at as droppedAt',
      'report_id as reportId',
    ])
    .where('incident_id', '=', incidentId)
    .orderBy('due_at')
    .orderBy('key')
    .execute();
  return rows.map((row) => ({ ...row, statutory: isStatutoryClock(row.code), standing: clockStanding(row, now) }));
}

export async function reportsOf(tx: Tx, incidentId: string, names: Names) {
  const rows = await tx
    .selectFrom('incident_reports')
    .select(['id', 'recipient', 'kind', 'channel', 'to_whom as toWhom', 'reported_at as reportedAt', 'evidence', 'by_id'])
    .where('incident_id', '=', incidentId)
    .orderBy('reported_at')
    .execute();
  return rows.map(({ by_id, ...row }) => ({ ...row, by: nameOf(names, by_id) }));
}

export async function readInvestigation(tx: Tx, incidentId: string, names: Names) {
  const row = await tx.selectFrom('incident_investigations').selectAll().where('incident_id', '=', incidentId).executeTakeFirst();
  if (row === undefined) return null;
  return {
    version: row.version,
    level: row.level,
    leaderId: row.leader_id,
    leader: nameOf(names, row.leader_id),
    team: row.team,
    startedOn: row.started_on,
    appraisalDays: row.appraisal_days,
    extendedDays: row.extended_days,
    directCause: row.direct_cause,
    indirectCauses: row.indirect_causes,
    nature: row.nature,
    chapters: row.chapters,
    nobodyToHandle: row.nobody_to_handle,
    submittedBy: nameOf(names, row.submitted_by_id),
    submittedAt: row.submitted_at,
    approvedBy: nameOf(names, row.approved_by_id),
    approvedAt: row.approved_at,
    approvedByBody: row.approved_by_body,
    note: row.note,
  };
}

/** 处理决定, those that were withdrawn with them. */
export async function handlingsOf(tx: Tx, incidentId: string, names: Names) {
  const rows = await tx
    .selectFrom('incident_handlings as h')
    .leftJoin('incident_handling_withdrawals as w', 'w.handling_id', 'h.id')
    .select(['h.id', 'h.person_id as personId', 'h.name', 'h.measure', 'h.clause', 'h.body', 'h.decided_on as decidedOn'])
    .select(['h.executed_on as executedOn', 'h.evidence', 'w.reason', 'w.by_id', 'w.recorded_at as withdrawnAt'])
    .where('h.incident_id', '=', incidentId)
    .orderBy('h.decided_on')
    .orderBy('h.id')
    .execute();
  return rows.map(({ reason, by_id, withdrawnAt, ...row }) => ({
    ...row,
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, reason: reason ?? '', by: nameOf(names, by_id) },
  }));
}

/** 时间更正, the latest first. */
export async function timeCorrectionsOf(tx: Tx, incidentId: string, names: Names) {
  const rows = await tx
    .selectFrom('incident_time_corrections')
    .select(['id', 'field', 'from_at as fromAt', 'to_at as toAt', 'reason', 'by_id', 'recorded_at as recordedAt'])
    .where('incident_id', '=', incidentId)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(({ by_id, ...row }) => ({ ...row, by: nameOf(names, by_id) }));
}

/** The hazards tied to the case, as far as the caller sees them. */
export function hazardsOf(tx: Tx, incidentId: string) {
  return tx
    .selectFrom('incident_hazards as t')
    .innerJoin('hazards as h', 'h.id', 't.hazard_id')
    .select(['h.id as hazardId', 'h.number', 'h.text', 'h.stage', 'h.level', 't.tie'])
    .where('t.incident_id', '=', incidentId)
    .orderBy('h.number')
    .execute();
}

export function briefingsOf(tx: Tx, incidentId: string) {
  return tx
    .selectFrom('incident_briefings')
    .select(['id', 'on_day as onDay', 'people', 'text'])
    .where('incident_id', '=', incidentId)
    .orderBy('on_day')
    .orderBy('id')
    .execute();
}

/** Who confirmed each gate since the case was last taken up, and on what. */
export async function gateRecordsOf(tx: Tx, { id, reopenings }: StoredIncident, names: Names) {
  const rows = await tx
    .selectFrom('incident_gates')
    .select(['gate', 'confirmed_by_id', 'confirmed_at', 'evidence'])
    .where('incident_id', '=', id)
    .where('round', '=', reopenings)
    .where('lapsed_at', 'is', null)
    .execute();
  return new Map<FourGate, { readonly by: string | null; readonly at: Date | null; readonly evidence: string | null }>(
    rows.map((row) => [row.gate, { by: nameOf(names, row.confirmed_by_id), at: row.confirmed_at, evidence: row.evidence }]),
  );
}
