import { randomUUID } from 'node:crypto';

import { reportIncident } from '@changming/application/incidents';
import { as } from '@changming/application/testing';

import { bare, type Example, noted, ofUnit, onceOutside, personId, unitId } from '../example.ts';
import type { Place, World } from '../world.ts';
import { hazard, noneInMaking } from './hazards.ts';

const report = () => ({ id: randomUUID(), occurredAt: '2026-01-20T09:00:00+08:00', text: '裁床夹手' });

/** An incident of the place, just reported by somebody there. */
async function reported(world: World, at: Place): Promise<string> {
  if (at.absent) return randomUUID();
  const reporter = as(world.house, 'worker', at.unit, await personId(world, at));
  return noted(world, at, (await reportIncident(reporter, { ...report(), unitId: at.unit.id })).id);
}

const [incident, another] = [onceOutside(reported), onceOutside(reported)];

/**
 * A step on a case that was just reported. Many do not fit its state, and the refusal that says so is proof enough that the record was
 * found: which step may follow which is tested with the loop itself.
 */
function step(body: object = {}): Example {
  return async (world, at) => ({
    params: { incidentId: await incident(world, at) },
    body,
    answers: [200, 201, 409, 422, 'incidents.approved_by_headquarters'],
  });
}

const described = {
  version: 2,
  text: '裁床夹手',
  place: null,
  accidentType: null,
  fire: false,
  fireBrigadeCalled: false,
  roadTraffic: false,
  relatedParty: false,
  atRisk: 0,
  trapped: 0,
  evacuated: 0,
  dangers: [],
  specialClass: null,
  specialTriggers: [],
  rescueEndedAt: null,
};
const written = {
  version: 1,
  appraisalDays: 0,
  extendedDays: 0,
  directCause: '光栅被短接',
  indirectCauses: [],
  nature: null,
  chapters: {},
  nobodyToHandle: null,
  uncertifiedOperation: false,
  unpermittedWork: false,
};
const handling = { name: '王厂', measure: 'talk', body: '集团安委会', decidedOn: '2026-01-20' };

export const incidents: Readonly<Record<string, Example>> = {
  'GET /incidents': ofUnit,
  'GET /incidents/counts': ofUnit,
  'POST /incidents/documents': ofUnit,
  'POST /incidents/orders': async (world, at) => {
    await noneInMaking(world);
    return { query: { unitId: unitId(at) } };
  },
  'GET /me/incident-documents': bare,
  'GET /me/incident-documents/{documentId}/file': () => ({ params: { documentId: randomUUID() }, answers: [404] }),
  'POST /incidents/{incidentId}/quick-report': async (world, at) => ({ params: { incidentId: await incident(world, at) } }),
  'GET /incidents/{incidentId}': async (world, at) => ({ params: { incidentId: await incident(world, at) } }),
  'GET /me/incidents': bare,
  'GET /me/incidents/{incidentId}': async (world, at) => ({ params: { incidentId: await incident(world, at) } }),
  'POST /incidents': (_, at) => ({ body: { ...report(), unitId: unitId(at) } }),
  'POST /incidents/{incidentId}/confirmation': step({ leaderInformedAt: '2026-01-20T09:30:00+08:00' }),
  'PATCH /incidents/{incidentId}': step(described),
  'POST /incidents/{incidentId}/times': step({ version: 2, occurredAt: '2026-01-20T08:50:00+08:00', reason: '看错了钟' }),
  'POST /incidents/{incidentId}/grades': step({ grade: 'none', eventClass: 'nearMiss', basis: '无人受伤', suggested: 'none' }),
  'PUT /incidents/{incidentId}/responsibility': step({ responsibility: 'unit', basis: '调查报告' }),
  'POST /incidents/{incidentId}/findings': step({ finding: 'omitted', onDay: '2026-01-20', basis: '核查' }),
  'POST /incidents/{incidentId}/gates': step({ gate: 'causeFound', evidence: '调查报告' }),
  'POST /incidents/{incidentId}/closing': step({ lesson: '安全装置不得短接' }),
  'POST /incidents/{incidentId}/reopening': step({ reason: '新的证据' }),
  'POST /incidents/{incidentId}/cancellation': async (world, at) => ({
    params: { incidentId: await incident(world, at) },
    body: { ofId: await another(world, at), reason: '重复上报' },
  }),
  'POST /incidents/{incidentId}/reclassification': step({ reason: '突发疾病' }),
  'POST /incidents/{incidentId}/reports': step({
    recipient: 'emergency',
    channel: 'phone',
    toWhom: '区应急管理局',
    reportedAt: '2026-01-20T09:40:00+08:00',
  }),
  'POST /incidents/{incidentId}/casualties': step({ name: '李工', degree: 'minor', onDay: '2026-01-20' }),
  'POST /incidents/{incidentId}/losses': step({ ed1: 0, ed2: 100, ed3: 0, ed4: 0, ed5: 0, estimated: true }),
  'POST /incidents/{incidentId}/hazards': async (world, at) => ({
    params: { incidentId: await incident(world, at) },
    body: { hazardId: await hazard(world, at), tie: 'ledTo' },
  }),
  'POST /incidents/{incidentId}/investigation': step({ level: 'enterprise' }),
  'PATCH /incidents/{incidentId}/investigation': step(written),
  'POST /incidents/{incidentId}/investigation/submission': async (world, at) => ({
    params: { incidentId: await incident(world, at) },
    answers: [409],
  }),
  'POST /incidents/{incidentId}/investigation/approval': step({ body: '集团安委会' }),
  'POST /incidents/{incidentId}/investigation/return': step({ note: '补充' }),
  'POST /incidents/{incidentId}/handlings': step(handling),
  'POST /incidents/{incidentId}/handlings/{handlingId}/execution': async (world, at) => ({
    params: { incidentId: await incident(world, at), handlingId: randomUUID() },
    body: { executedOn: '2026-01-20', evidence: '文件' },
    answers: [409],
  }),
  'POST /incidents/{incidentId}/handlings/{handlingId}/withdrawal': async (world, at) => ({
    params: { incidentId: await incident(world, at), handlingId: randomUUID() },
    body: { reason: '登记错了人' },
    answers: [409],
  }),
  'POST /incidents/{incidentId}/measures': async (world, at) => ({
    params: { incidentId: await incident(world, at) },
    body: { kind: 'management', title: '恢复联锁', ownerId: await personId(world, at), dueOn: '2026-01-30' },
    answers: [409],
  }),
  'POST /incidents/{incidentId}/briefings': step({ onDay: '2026-01-20', people: 20, text: '班前会通报' }),
  'POST /incidents/{incidentId}/trainings': async (world, at) => ({
    params: { incidentId: await incident(world, at) },
    body: { unitId: unitId(at), dueOn: '2026-01-30' },
  }),
};
