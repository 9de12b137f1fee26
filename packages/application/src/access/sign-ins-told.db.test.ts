import { expect } from 'vitest';

import { readAccountTrail, searchTrail } from '../audit/index.ts';
import { as, given, givenAccount, givenPassword, test } from '../testing/index.ts';
import { endOwnSession, identify, signIn } from './index.ts';

const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0';

test('the trail of an account calls a session by its device and the minute it was begun, in the branch of the reader alone', async ({
  house,
  database: { owner },
}) => {
  const { mill, west, root } = await given.group(owner);
  const { id: accountId } = await givenAccount(owner, { person: await given.person(owner, mill, { staff_no: 'ST1' }) });
  const enter = (userAgent: string | null) => signIn(house.stranger(), { login: 'ST1', password: givenPassword, ip: null, userAgent });
  const [desk, program] = [await enter(edge), await enter(null)];
  const { actor } = await identify(house, { by: 'session', secret: desk.secret });
  await endOwnSession(house.callerFor(actor), { sessionId: program.sessionId });

  const { items } = await readAccountTrail(as(house, 'systemAdmin', root), { accountId, limit: 10 });
  const called = (id: string) => items.flatMap(({ records }) => records).filter((record) => record.id === id);

  const told = { kind: 'signIn', nameEn: null, no: '2026-01-20 10:00', opens: true };
  expect(called(desk.sessionId)).toEqual([{ id: desk.sessionId, ...told, name: 'Edge · Windows' }]);
  expect(called(program.sessionId)).toEqual(Array.from({ length: 2 }, () => ({ id: program.sessionId, ...told, name: null })));

  const elsewhere = await givenPointing(owner, west.id, desk.sessionId);
  const { items: seen } = await searchTrail(as(house, 'auditAdmin', west), { limit: 10, subjectId: elsewhere });
  expect(seen.map(({ records }) => records)).toEqual([[]]);
});

/** A row of the trail of that unit that points to a session of another. */
async function givenPointing(owner: Parameters<typeof given.group>[0], unit_id: string, sessionId: string): Promise<string> {
  const [id, subject_id] = [crypto.randomUUID(), crypto.randomUUID()];
  const row = { id, verb: 'units.editProfile', subject_id, unit_id, via: 'shell', at: new Date('2026-01-20T01:00:00Z') } as const;
  await owner
    .insertInto('trail')
    .values({ ...row, after: JSON.stringify({ pointsTo: sessionId }) })
    .execute();
  return subject_id;
}
