import { randomUUID } from 'node:crypto';

import { accountId, bare, type Example, noted, personId, unitId } from '../example.ts';

/** Something was done to a record of the place, by somebody there. */
const done: Example = async (world, at) => {
  const subjectId = randomUUID();
  if (at.absent) return { params: { subjectId } };
  const row = { id: randomUUID(), verb: 'hazards.report', subject_id: noted(world, at, subjectId), unit_id: at.unit.id };
  const by = { person_id: await personId(world, at), account_id: null, via: 'session' as const, from_ip: null };
  await world.owner
    .insertInto('trail')
    .values({ ...row, ...by, before: null, after: JSON.stringify({ stage: 'reported' }), at: new Date('2026-01-20T01:00:00Z') })
    .execute();
  return { params: { subjectId } };
};

export const audit: Readonly<Record<string, Example>> = {
  'GET /audit/trail': async (world, at, by) => {
    await done(world, at, by);
    return { query: { unitId: unitId(at) } };
  },
  'GET /audit/records/{subjectId}/trail': done,
  'GET /audit/accounts/{accountId}/trail': async (world, at) => ({ params: { accountId: await accountId(world, at) } }),
  'GET /audit/sealing': bare,
};
