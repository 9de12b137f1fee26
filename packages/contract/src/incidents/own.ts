import { caseStates, eventClasses, ownIncidentsFilter, reportIncidentInput } from '@changming/domain/incidents';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { at, guarded, maybeAt, maybeDay, oneIncident, words } from './shared.ts';

const photos = z.object({ declared: z.int(), missing: z.array(z.string()), complete: z.boolean() });

export const incidentReceipt = z.object({ id, number: z.string(), unitId: id, photos }).meta({ id: 'IncidentReceipt' });
export type IncidentReceipt = z.infer<typeof incidentReceipt>;

const ownIncident = z.object({
  id,
  number: z.string(),
  unitId: id,
  unit: z.string(),
  place: words,
  text: z.string(),
  state: z.enum(caseStates),
  eventClass: z.enum(eventClasses),
  occurredAt: at,
  occurredOn: z.iso.date(),
  reportedAt: at,
  leaderInformedAt: maybeAt,
  closedOn: maybeDay,
});
export type OwnIncident = z.infer<typeof ownIncident>;

export const followedIncident = ownIncident
  .extend({ steps: z.array(z.object({ step: z.string(), at })), photos })
  .meta({ id: 'FollowedIncident' });
export type FollowedIncident = z.infer<typeof followedIncident>;

export const reportIncident = route({
  method: 'post',
  path: '/incidents',
  tags: ['incidents'],
  summary: '事故快报；同一个 id 再次提交是同一份',
  access: 'incidents.report',
  request: { body: body(reportIncidentInput) },
  responses: { 201: json('已上报', incidentReceipt), ...guarded },
});

export const listOwnIncidents = route({
  method: 'get',
  path: '/me/incidents',
  tags: ['incidents'],
  summary: '我上报的事件',
  access: 'incidents.follow',
  request: { query: ownIncidentsFilter },
  responses: { 200: json('事件', z.object({ items: z.array(ownIncident), next: z.string().nullable() })), ...guarded },
});

export const followIncident = route({
  method: 'get',
  path: '/me/incidents/{incidentId}',
  tags: ['incidents'],
  summary: '我上报的一起事件办到了哪一步',
  access: 'incidents.follow',
  request: { params: oneIncident },
  responses: { 200: json('事件', followedIncident), ...guarded },
});
