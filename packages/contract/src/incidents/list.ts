import { accidentTypes, caseStates, eventClasses, grades, incidentFilter, responsibilities } from '@changming/domain/incidents';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { json, refused, route } from '../route.ts';
import { at, guarded, maybeAt, maybeDay, oneIncident, document, words, workbook } from './shared.ts';

export const accidentType = z.enum(accidentTypes as [(typeof accidentTypes)[number]]);

export const incident = z
  .object({
    id,
    number: z.string(),
    unitId: id,
    unit: z.string(),
    place: words,
    text: z.string(),
    state: z.enum(caseStates),
    eventClass: z.enum(eventClasses),
    accidentType: accidentType.nullable(),
    grade: z.enum(grades).nullable(),
    occurredAt: at,
    occurredOn: z.iso.date(),
    deaths: z.int(),
    serious: z.int(),
    minor: z.int(),
    missing: z.int(),
    /** 直接经济损失，分 */
    lossFen: z.int(),
    responsibility: z.enum(responsibilities),
    closedOn: maybeDay,
    /** When the earliest open clock runs out. */
    nextDueAt: maybeAt,
    /** Clocks that ran out unmet or were met too late. */
    lateClocks: z.int(),
  })
  .meta({ id: 'Incident' });
export type Incident = z.infer<typeof incident>;

export const listIncidents = route({
  method: 'get',
  path: '/incidents',
  tags: ['incidents'],
  summary: '事件台账',
  access: 'incidents.read',
  request: { query: incidentFilter },
  responses: { 200: json('事件', z.object({ items: z.array(incident), next: z.string().nullable() })), ...guarded },
});

export const countIncidents = route({
  method: 'get',
  path: '/incidents/counts',
  tags: ['incidents'],
  summary: '在办、待核实、待定级、待批复、报送超时的件数',
  access: 'incidents.read',
  request: { query: z.strictObject({ unitId: id.optional() }) },
  responses: {
    200: json('件数', z.object({ unfinished: z.int(), toConfirm: z.int(), toGrade: z.int(), toApprove: z.int(), overdue: z.int() })),
    ...guarded,
  },
});

export const exportIncidents = route({
  method: 'post',
  path: '/incidents/documents',
  tags: ['incidents'],
  summary: '导出事件台账（Excel，最多 20,000 条）',
  access: 'incidents.export',
  request: { query: incidentFilter.omit({ after: true, limit: true }) },
  responses: { ...workbook, ...guarded, 503: refused },
});

export const exportQuickReport = route({
  method: 'post',
  path: '/incidents/{incidentId}/quick-report',
  tags: ['incidents'],
  summary: '事故快报（Word）',
  access: 'incidents.export',
  request: { params: oneIncident },
  responses: { ...document, ...guarded, 503: refused },
});
