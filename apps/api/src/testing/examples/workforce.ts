import { randomUUID } from 'node:crypto';

import { given, testSecrets } from '@changming/application/testing';

import { bare, type Example, fresh, noted, ofUnit, personId, unitId } from '../example.ts';
import type { Place, World } from '../world.ts';
import { watch } from './watch.ts';

const on = '2026-01-20';
const reason = '测试';

function onPerson(body?: object, headers = {}): Example {
  return async (world, at) => ({ params: { personId: await personId(world, at) }, headers, ...(body === undefined ? {} : { body }) });
}

const person = { staffNo: null, name: '新人', sex: null, title: null, engagement: null, hiredOn: null };

const appointment: Example = async (world, at) => {
  if (at.absent) return { params: { appointmentId: randomUUID() }, body: { to: on } };
  const id = randomUUID();
  const holder = await personId(world, at);
  await given.arranged(world.owner, (tx) =>
    tx
      .insertInto('appointments')
      .values({ id, person_id: holder, unit_id: at.unit.id, post: 'staff', point_id: null, from_on: '2025-06-01', to_on: null })
      .execute(),
  );
  return { params: { appointmentId: noted(world, at, id) }, body: { to: on } };
};

const absence: Example = async (world, at) => {
  const body = { until: '2026-01-20T04:00:00Z' };
  if (at.absent) return { params: { absenceId: randomUUID() }, body };
  const id = randomUUID();
  const away = await personId(world, at);
  const times = { from_at: new Date('2026-01-20T01:00:00Z'), until_at: new Date('2026-01-20T09:00:00Z') };
  await given.arranged(world.owner, (tx) =>
    tx
      .insertInto('absences')
      .values({ id, person_id: away, reason, ...times })
      .execute(),
  );
  return { params: { absenceId: noted(world, at, id) }, body };
};

/** 低压电工, to be reviewed by March 1st, 2026: the application for it has begun. */
async function certificateOf(world: World, holder: string): Promise<string> {
  const id = randomUUID();
  await given.arranged(world.owner, (tx) =>
    tx
      .insertInto('certificates')
      .values({
        id,
        person_id: holder,
        item: '1.2',
        no_sealed: null,
        no_masked: null,
        issued_on: '2023-07-01',
        valid_until: '2026-07-01',
        review_due_on: '2026-03-01',
        photo_id: null,
        entered_on: '2025-01-01',
      })
      .execute(),
  );
  return id;
}

async function certificateId(world: World, at: Place): Promise<string> {
  if (at.absent) return randomUUID();
  return noted(world, at, await certificateOf(world, await personId(world, at)));
}

export const workforce: Readonly<Record<string, Example>> = {
  'GET /workforce/persons': ofUnit,
  'GET /workforce/persons/{personId}': onPerson(),
  'POST /workforce/persons': (_, at) => ({ body: { name: '新人', unitId: unitId(at), staffNo: fresh('N') } }),
  'PUT /workforce/persons/{personId}': async (world, at) => ({
    params: { personId: await personId(world, at) },
    body: { ...person, unitId: unitId(at) },
    headers: { 'if-match': '"1"' },
  }),
  'POST /workforce/persons/{personId}/rejoining': async (world, at) => {
    const gone = at.absent ? randomUUID() : (await given.person(world.owner, at.unit, { staff_no: fresh('G'), left_on: '2026-01-10' })).id;
    return { params: { personId: noted(world, at, gone) }, body: { unitId: unitId(at), on, reason } };
  },
  'POST /workforce/persons/{personId}/leaving': onPerson({ on, reason }),
  'POST /workforce/persons/{personId}/handover': async (world, at) => ({
    params: { personId: await personId(world, at) },
    body: { successorId: await personId(world, at), on, reason },
  }),
  'GET /workforce/persons/{personId}/duties': onPerson(),
  'POST /workforce/persons/{personId}/unmasking': async (world, at) => {
    const sealed = { phone_sealed: testSecrets.seal('13900000000'), phone_masked: '139****0000' };
    const known = at.absent ? randomUUID() : (await given.person(world.owner, at.unit, { staff_no: fresh('U'), ...sealed })).id;
    return { params: { personId: noted(world, at, known) }, body: { field: 'phone', reason } };
  },
  'POST /workforce/identity-lookup': () => ({ body: { identityNumber: '11010519491231002X' } }),
  'POST /workforce/picking': async ({ owner }, at) => {
    const staffNo = fresh('K');
    if (!at.absent) await given.person(owner, at.unit, { staff_no: staffNo });
    return { body: { staffNos: [staffNo] } };
  },
  'POST /workforce/appointments': async (world, at) => ({
    body: { personId: await personId(world, at), unitId: unitId(at), post: 'staff', from: on },
  }),
  'POST /workforce/appointments/{appointmentId}/ending': appointment,
  'GET /workforce/units/{unitId}/appointments': (_, at) => ({ params: { unitId: unitId(at) } }),
  'POST /workforce/persons/{personId}/absences': onPerson({ from: '2026-01-20T01:00:00Z', until: '2026-01-20T09:00:00Z', reason }),
  'POST /workforce/absences/{absenceId}/ending': absence,
  'GET /workforce/responsibility': ofUnit,
  'GET /workforce/units-without-first': ofUnit,
  'GET /workforce/persons/{personId}/gate': async (world, at) => ({
    params: { personId: await personId(world, at) },
    query: { unitId: unitId(at) },
  }),
  'POST /workforce/gate-overrides': async (world, at) => ({
    body: { personId: await personId(world, at), unitId: unitId(at), from: on, reason },
    answers: ['workforce.nothing_to_lift'],
  }),
  'GET /workforce/gate-overrides': ofUnit,
  ...watch,
  'GET /workforce/certificates': ofUnit,
  'POST /workforce/certificates/documents': ofUnit,
  'GET /workforce/certificate-items': bare,
  'GET /workforce/certificate-counts': ofUnit,
  'GET /workforce/own-certificates': bare,
  'GET /workforce/certificates/{certificateId}': async (world, at) => ({ params: { certificateId: await certificateId(world, at) } }),
  'POST /workforce/certificates': async (world, at) => ({
    body: { personId: await personId(world, at), item: 'N1', issuedOn: '2025-06-01' },
  }),
  'POST /workforce/certificates/{certificateId}/review': async (world, at) => ({
    params: { certificateId: await certificateId(world, at) },
    body: { doneOn: '2026-01-10' },
  }),
  'POST /workforce/certificates/{certificateId}/renewal': async (world, at) => ({
    params: { certificateId: await certificateId(world, at) },
    body: { issuedOn: '2026-01-10' },
  }),
  'POST /workforce/certificates/{certificateId}/revocation': async (world, at) => ({
    params: { certificateId: await certificateId(world, at) },
    body: { on: '2026-01-10', reason },
  }),
  'POST /workforce/certificates/{certificateId}/correction': async (world, at) => ({
    params: { certificateId: await certificateId(world, at) },
    body: {
      version: 1,
      reason,
      item: '1.2',
      issuer: '市应急管理局',
      issuedOn: '2023-07-01',
      validUntil: '2026-07-01',
      reviewDueOn: '2026-03-01',
      reviewDoneOn: null,
    },
  }),
  'POST /workforce/certificates/{certificateId}/photo': async (world, at) => ({
    params: { certificateId: await certificateId(world, at) },
    body: { evidenceId: null },
  }),
  'GET /workforce/certificates/{certificateId}/photo/{size}': async (world, at) => ({
    params: { certificateId: await certificateId(world, at), size: 'view' },
    answers: ['workforce.photo_missing'],
  }),
  'GET /workforce/own-certificates/{certificateId}/photo/{size}': async (world, at) => ({
    params: { certificateId: await certificateId(world, at), size: 'view' },
    answers: ['workforce.certificate_not_found'],
  }),
  'GET /workforce/certified-posts': ofUnit,
  'POST /workforce/certified-posts': async (world, at) => {
    const holder = await personId(world, at);
    if (!at.absent) await certificateOf(world, holder);
    return { body: { personId: holder, unitId: unitId(at), item: '1.2', from: on } };
  },
  'POST /workforce/certified-posts/{certifiedPostId}/ending': async (world, at) => {
    const body = { on, reason };
    if (at.absent) return { params: { certifiedPostId: randomUUID() }, body };
    const id = randomUUID();
    const holder = await personId(world, at);
    await given.arranged(world.owner, (tx) =>
      tx
        .insertInto('certified_posts')
        .values({ id, person_id: holder, unit_id: at.unit.id, item: '1.2', from_on: '2025-06-01', to_on: null })
        .execute(),
    );
    return { params: { certifiedPostId: noted(world, at, id) }, body };
  },
  'GET /workforce/units/{unitId}/candidates': (_, at) => ({ params: { unitId: unitId(at) }, query: { certifiedPost: '1.2' } }),
  'GET /workforce/staffing': ofUnit,
  'GET /workforce/units/{unitId}/safety-officers': (_, at) => ({ params: { unitId: unitId(at) } }),
  'PUT /workforce/units/{unitId}/safety-bodies': (_, at) => ({
    params: { unitId: unitId(at) },
    body: { organisationOn: '2026-01-10', committeeOn: null },
  }),
  'PUT /workforce/appointments/{appointmentId}/part-time': async (world, at, by) => {
    const { params = {} } = await appointment(world, at, by);
    return { params, body: { partTime: true }, answers: ['workforce.not_safety_post'] };
  },
  'GET /workforce/pool': ofUnit,
};
