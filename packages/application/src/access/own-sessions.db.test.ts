import { expect } from 'vitest';

import { given, givenAccount, givenPassword, houseAt, test } from '../testing/index.ts';
import { endOtherSessions, identify, signIn } from './index.ts';

const from = { ip: null, userAgent: null };

test('全部退出 ends every session but the present one, and nobody else’s; it tells of those that lived', async ({ house, database }) => {
  const { owner } = database;
  const { mill } = await given.group(owner);
  await givenAccount(owner, { person: await given.person(owner, mill, { staff_no: 'OS1' }) });
  await givenAccount(owner, { person: await given.person(owner, mill, { staff_no: 'OS2' }) });
  const opened = async (login: string) => (await signIn(house.stranger(), { login, password: givenPassword, ...from })).secret;
  const [present, phone, desk, other] = [await opened('OS1'), await opened('OS1'), await opened('OS1'), await opened('OS2')];
  const { actor, sessionId } = await identify(house, { by: 'session', secret: present });
  const earlier = houseAt(database, '2026-01-20T01:30:00Z');
  await signIn(earlier.stranger(), { login: 'OS1', password: givenPassword, ...from });
  await earlier.close();

  expect(await endOtherSessions(house.callerFor(actor), { sessionId })).toEqual({ ended: 2 });

  const lives = async (secret: string) =>
    identify(house, { by: 'session', secret }).then(
      () => true,
      () => false,
    );
  expect([await lives(present), await lives(phone), await lives(desk), await lives(other)]).toEqual([true, false, false, true]);
  const trail = await owner.selectFrom('trail').select('before').where('verb', '=', 'access.endOtherSessions').execute();
  expect(trail).toEqual([{ before: { sessions: 2 } }]);
  const left = await owner.selectFrom('sessions').select('id').where('revoked_at', 'is', null).where('id', '!=', sessionId).execute();
  expect(left).toHaveLength(1);
});
