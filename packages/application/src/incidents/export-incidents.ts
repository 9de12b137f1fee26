import { incidentFilter, mostIncidents } from '@changming/domain/incidents';
import { id, refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { command, type Reading } from '../context.ts';
import { unitPaths } from '../units/index.ts';
import { picked } from './list-incidents.ts';
import { namesOn } from './names.ts';
import { casualtiesOf } from './read-facts.ts';
import { reportsOf } from './read-records.ts';
import { incidentInScope } from './store.ts';

/** The filter as the address was read: its flags are flags by now. */
const flag = z.boolean().optional();
export const incidentsWanted = incidentFilter
  .omit({ after: true, limit: true })
  .extend({ withBelow: z.boolean().default(true), unfinished: flag, ungraded: flag, overdue: flag });

/** 导出事件台账: everything that the filter picks, whole or not at all; the trail says who took how much. */
export const exportIncidents = command({
  permission: 'incidents.export',
  input: incidentsWanted,
  toldOnce: true,
  async run(work, filter) {
    const { today, trail, newId } = work;
    const rows = await (await picked(work, filter)).limit(mostIncidents + 1).execute();
    if (rows.length > mostIncidents) refuse('invalid', 'incidents.document_too_large', { count: rows.length, most: mostIncidents });
    return trail(
      { subjectId: newId(), unitId: filter.unitId ?? null, before: null, after: { rows: rows.length, ...filter } },
      { rows: await withPaths(work, rows), today },
    );
  },
});

/** On paper a unit is written with all that it belongs to. */
export async function withPaths<Row extends { readonly unitId: string; readonly unit: string }>({ tx }: Reading, rows: readonly Row[]) {
  const paths = await unitPaths(
    tx,
    rows.map(({ unitId }) => unitId),
  );
  return rows.map((row) => ({ ...row, unit: paths.get(row.unitId) ?? row.unit }));
}

/** 事故快报 of one incident, for paper: what 条例第十二条 wants in it. The trail says who took it. */
export const exportQuickReport = command({
  permission: 'incidents.export',
  name: 'incidents.exportQuickReport',
  input: z.strictObject({ incidentId: id }),
  toldOnce: true,
  async run(work, { incidentId }) {
    const { tx, scope, trail } = work;
    const row = await incidentInScope(tx, scope, incidentId);
    const names = await namesOn(tx, [incidentId]);
    const paths = await unitPaths(tx, [row.unit_id]);
    const casualties = await casualtiesOf(tx, incidentId, names);
    const report = {
      number: row.number,
      unit: paths.get(row.unit_id) ?? '',
      place: row.place,
      text: row.text,
      occurredAt: row.occurred_at,
      leaderInformedAt: row.leader_informed_at,
      reportedAt: row.reported_at,
      reporter: row.reported_by_id === null ? null : (names.get(row.reported_by_id) ?? null),
      eventClass: row.event_class,
      accidentType: row.accident_type,
      grade: row.grade,
      counts: { deaths: row.deaths, serious: row.serious, minor: row.minor, missing: row.missing },
      atRisk: row.at_risk,
      lossFen: row.loss_fen,
      casualties: casualties.map(({ name, relation, degree }) => ({ name, relation, degree })),
      reports: await reportsOf(tx, incidentId, names),
    };
    return trail({ subjectId: incidentId, unitId: row.unit_id, before: null, after: { document: 'quickReport' } }, report);
  },
});
