import {
  type ClockFacts,
  endOf,
  higher,
  type IncidentRules,
  isMetSingly,
  owedCasualtyChange,
  type OwedClock,
  owedClocks,
  owedFollowUps,
  owedWorkInjury,
  owesAuthority,
  settleClocks,
} from '@changming/domain/incidents';
import { dayIn, startOf } from '@changming/domain/kernel';

import type { Writing } from '../context.ts';
import type { Reckoned } from './facts.ts';
import { meetClock } from './mark-clocks.ts';
import type { StoredIncident } from './store.ts';

type Standing = { readonly row: StoredIncident; readonly reckoned: Reckoned; readonly rules: IncidentRules };

type Since = { readonly knownAt: Date; readonly casualtiesChanged: boolean };

/** Makes every clock that is owed by now and not yet there, and lets the reports made so far meet what they meet. */
export async function keepClocks(work: Writing, standing: Standing, since: Since): Promise<void> {
  const owed = await owedNow(work, standing, since);
  await makeClocks(work, standing.row, owed);
  await moveReport(work, standing.row, owed);
  await dropStart(work, standing.row, owed);
  await dropFollowUps(work, standing.row);
  await settleByReports(work, standing.row.id);
  /** 119 was called when it was reported, or a report of its own says when. */
  if (standing.row.fire_brigade_called)
    await meetClock(work, { incidentId: standing.row.id, code: 'fireBrigade' }, standing.row.reported_at);
}

async function owedNow(work: Writing, { row, reckoned, rules }: Standing, { knownAt, casualtiesChanged }: Since): Promise<OwedClock[]> {
  const { now } = work;
  const { dangerous } = reckoned;
  const grade = higher(reckoned.suggested, row.grade ?? 'none');
  const once = owedClocks({ ...(await clockFactsOf(work, row, { grade, dangerous })), knownAt }, rules);
  if (row.leader_informed_at === null) return once;
  const { begun } = await investigated(work, row.id);
  const authority = owesAuthority({ grade, dangerous });
  const following = { grade, dangerous, since: await toldSince(work, row.id, once), rescueEndedAt: rescueEnded(row), now };
  return [
    ...once.filter(({ code }) => code !== 'investigationStart' || !begun),
    ...owedFollowUps(following, rules),
    ...(casualtiesChanged && authority ? await casualtyChange(work, row.id) : []),
    ...(await workInjuries(work, row, rules)),
  ];
}

/** What its clocks are reckoned by. */
export async function clockFactsOf(
  work: Writing,
  row: StoredIncident,
  weighed: Pick<ClockFacts, 'grade' | 'dangerous'>,
): Promise<Omit<ClockFacts, 'knownAt'>> {
  const { begun: _begun, ...times } = await investigated(work, row.id);
  return {
    ...weighed,
    ...times,
    eventClass: row.event_class,
    fire: row.fire,
    special: row.special_class !== null,
    occurredOn: row.occurred_on,
    recordedAt: row.recorded_at,
    leaderInformedAt: row.leader_informed_at,
  };
}

/** Since when the county is to be told: as it was first owed, or as it is owed now. */
async function toldSince({ tx }: Writing, incidentId: string, owed: readonly OwedClock[]): Promise<Date | null> {
  const known = await tx
    .selectFrom('incident_clocks')
    .select('starts_at')
    .where('incident_id', '=', incidentId)
    .where('code', '=', 'county')
    .executeTakeFirst();
  return known?.starts_at ?? owed.find(({ code }) => code === 'county')?.startsAt ?? null;
}

/** A closed case needs no rescue any more, even where nobody wrote down when it ended. */
function rescueEnded({ rescue_ended_at, closed_on }: StoredIncident): Date | null {
  return rescue_ended_at ?? (closed_on === null ? null : startOf(closed_on));
}

/** Whether the investigation has begun, and the times granted to it. */
async function investigated({ tx }: Writing, incidentId: string) {
  const found = await tx
    .selectFrom('incident_investigations')
    .select(['appraisal_days as appraisalDays', 'extended_days as extendedDays'])
    .where('incident_id', '=', incidentId)
    .executeTakeFirst();
  return { begun: found !== undefined, appraisalDays: found?.appraisalDays ?? 0, extendedDays: found?.extendedDays ?? 0 };
}

/** One clock of today that is open speaks of the latest change; what changes after it was met is told anew. */
async function casualtyChange({ tx, now }: Writing, incidentId: string): Promise<OwedClock[]> {
  const ofToday = await tx
    .selectFrom('incident_clocks')
    .select(['id', 'met_at as metAt'])
    .where('incident_id', '=', incidentId)
    .where('code', '=', 'casualtyChange')
    .where('due_at', '=', endOf(dayIn(now)))
    .execute();
  const open = ofToday.find(({ metAt }) => metAt === null);
  if (open === undefined) return [owedCasualtyChange(now, ofToday.length + 1)];
  await tx.updateTable('incident_clocks').set({ starts_at: now }).where('id', '=', open.id).execute();
  return [];
}

const injured = ['minor', 'serious', 'acutePoisoning', 'death'] as const;

/** Employees who were hurt badly enough, whatever became of them later. */
async function workInjuries({ tx }: Writing, row: StoredIncident, rules: IncidentRules): Promise<OwedClock[]> {
  const hurt = await tx
    .selectFrom('incident_casualties as c')
    .innerJoin('incident_degrees as d', 'd.casualty_id', 'c.id')
    .select('c.id')
    .distinct()
    .where('c.incident_id', '=', row.id)
    .where('c.relation', '=', 'employee')
    .where('d.degree', 'in', injured)
    .execute();
  return hurt.map(({ id }) => owedWorkInjury({ casualtyId: id, occurredOn: row.occurred_on, from: row.occurred_at }, rules));
}

async function makeClocks({ tx, newId }: Writing, { id, unit_id }: StoredIncident, owed: readonly OwedClock[]): Promise<void> {
  if (owed.length === 0) return;
  const rows = owed.map(({ code, key, startsAt, dueAt }) => ({
    id: newId(),
    incident_id: id,
    unit_id,
    code,
    key,
    starts_at: startsAt,
    due_at: dueAt,
  }));
  await tx
    .insertInto('incident_clocks')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['incident_id', 'code', 'key']).doNothing())
    .execute();
}

/** The report is due by what the case has turned out to be, and by the time that was granted. */
async function moveReport({ tx }: Writing, { id }: StoredIncident, owed: readonly OwedClock[]): Promise<void> {
  const report = owed.find(({ code }) => code === 'investigationReport');
  if (report === undefined) return;
  await tx
    .updateTable('incident_clocks')
    .set({ due_at: report.dueAt })
    .where('incident_id', '=', id)
    .where('code', '=', 'investigationReport')
    .where('met_at', 'is', null)
    .where('due_at', '!=', report.dueAt)
    .execute();
}

/** An authority begins its investigation when it does. Nothing else that was once owed stops being owed by a grade. */
async function dropStart({ tx, now }: Writing, { id, leader_informed_at }: StoredIncident, owed: readonly OwedClock[]): Promise<void> {
  if (leader_informed_at === null || owed.some(({ code }) => code === 'investigationStart')) return;
  await tx
    .updateTable('incident_clocks')
    .set({ dropped_at: now })
    .where('incident_id', '=', id)
    .where('code', '=', 'investigationStart')
    .where('met_at', 'is', null)
    .where('dropped_at', 'is', null)
    .execute();
}

/** It was learnt later that the rescue had ended before. */
async function dropFollowUps({ tx, now }: Writing, { id, rescue_ended_at }: StoredIncident): Promise<void> {
  if (rescue_ended_at === null) return;
  await tx
    .updateTable('incident_clocks')
    .set({ dropped_at: now })
    .where('incident_id', '=', id)
    .where('code', '=', 'followUp')
    .where('starts_at', '>=', startOf(dayIn(rescue_ended_at)))
    .where('met_at', 'is', null)
    .where('dropped_at', 'is', null)
    .execute();
}

async function settleByReports({ tx }: Writing, incidentId: string): Promise<void> {
  const clocks = await tx
    .selectFrom('incident_clocks')
    .select(['id', 'code', 'key', 'starts_at as startsAt', 'met_at as metAt', 'report_id as reportId'])
    .where('incident_id', '=', incidentId)
    .where('dropped_at', 'is', null)
    .orderBy('due_at')
    .orderBy('key')
    .execute();
  const reports = await tx
    .selectFrom('incident_reports')
    .select(['id', 'recipient', 'kind', 'channel', 'reported_at as reportedAt'])
    .where('incident_id', '=', incidentId)
    .execute();
  const spent = new Set(clocks.flatMap(({ code, reportId }) => (isMetSingly(code) && reportId !== null ? [reportId] : [])));
  const open = clocks.filter(({ metAt }) => metAt === null);
  for (const { clockId, reportId, metAt } of settleClocks(open, reports, spent))
    await tx.updateTable('incident_clocks').set({ met_at: metAt, report_id: reportId }).where('id', '=', clockId).execute();
}
