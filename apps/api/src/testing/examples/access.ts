import { randomUUID } from 'node:crypto';

import { given, givenAccount, givenGrant, givenPassword, testSecrets } from '@changming/application/testing';

import { accountId, bare, type Example, fresh, noted, ofUnit, personId, unitId } from '../example.ts';
import { cookie } from '../world.ts';

const reason = '测试';

/** The same act on an account at the place; `over` says in which state. */
function onAccount(over: object, body?: object): Example {
  return async (world, at) => ({ params: { accountId: await accountId(world, at, over) }, ...(body === undefined ? {} : { body }) });
}

const grant: Example = async (world, at) => {
  if (at.absent) return { params: { grantId: randomUUID() } };
  const holder = await accountId(world, at);
  await givenGrant(world.owner, holder, { role: 'worker', at: at.unit });
  const row = await world.owner.selectFrom('grants').select('id').where('account_id', '=', holder).limit(1).executeTakeFirstOrThrow();
  return { params: { grantId: noted(world, at, row.id) } };
};

const token: Example = async (world, at) => {
  if (at.absent) return { params: { tokenId: randomUUID() } };
  const id = randomUUID();
  const lasting = { expires_on: '2026-06-30', created_at: new Date('2026-01-19'), created_by: null, used_at: null, revoked_at: null };
  await world.owner
    .insertInto('tokens')
    .values({
      id,
      account_id: await accountId(world, at),
      name: 't',
      prefix: 'cm_',
      secret_hash: Buffer.from(id),
      scopes: ['units.read'],
      ...lasting,
    })
    .execute();
  return { params: { tokenId: noted(world, at, id) } };
};

const device: Example = async (world, at) => {
  if (at.absent) return { params: { deviceId: randomUUID() } };
  const id = randomUUID();
  const empty = { pairing_hash: null, pairing_until: null, secret_hash: null, created_by: null, paired_at: null, ended_at: null };
  await world.owner
    .insertInto('shared_devices')
    .values({ id, unit_id: at.unit.id, name: '手机', created_at: new Date('2026-01-19'), ...empty })
    .execute();
  return { params: { deviceId: noted(world, at, id) } };
};

export const access: Readonly<Record<string, Example>> = {
  'POST /session': () => ({ body: { login: fresh('nobody-'), password: 'Wrong-2026' }, answers: [401] }),
  'POST /session/pin': () => ({ body: { staffNo: 'NOBODY', pin: '802615' }, answers: [403] }),
  'POST /shared-devices/pairing': () => ({ body: { pairing: 'a'.repeat(43) }, answers: [404] }),
  'GET /session/ways': bare,
  'GET /session/sso': () => ({ answers: [404] }),
  'GET /session/sso/return': () => ({ answers: [404] }),
  'GET /session/sso/end': () => ({ answers: [404] }),
  'POST /session/sso/logout': () => ({
    bytes: 'logout_token=none',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    answers: [404],
  }),
  'POST /session/scan': () => ({ body: { code: 'a'.repeat(43) }, answers: [404] }),
  'POST /me/sso': () => ({ body: { password: givenPassword }, answers: [404] }),
  'POST /me/sso/removal': () => ({ body: { password: givenPassword }, answers: [409] }),
  'POST /me/scan-code': () => ({ answers: [200, 'access.power_by_password'] }),
  'POST /me/totp/recovery-codes': () => ({ body: { password: givenPassword }, answers: [409] }),
  'DELETE /session': async ({ owner }, _, by) => ({ headers: await cookie(owner, by.accountId) }),
  'GET /me': bare,
  'POST /me/password': () => ({ body: { current: givenPassword, next: givenPassword }, answers: [422] }),
  'GET /me/sessions': bare,
  // By an account of its own: the holder's sessions ask everything else.
  'DELETE /me/sessions': async ({ owner }) => {
    const { id } = await givenAccount(owner, { over: { login: fresh('alone-') } });
    return { headers: await cookie(owner, id) };
  },
  'DELETE /me/sessions/{sessionId}': () => ({ params: { sessionId: randomUUID() }, answers: [404] }),
  'POST /me/totp': () => ({ body: { password: givenPassword } }),
  'POST /me/totp/confirmation': async ({ owner }, _, by) => {
    await owner
      .updateTable('accounts')
      .set({ totp_pending: testSecrets.seal('JBSWY3DPEHPK3PXP') })
      .where('id', '=', by.accountId)
      .execute();
    return { body: { code: '000000' }, answers: [422] };
  },
  'POST /me/totp/removal': () => ({ body: { password: givenPassword }, answers: [409] }),
  'POST /me/phone-keys': () => ({ body: { phoneId: randomUUID() } }),
  'POST /me/pin': () => ({ body: { password: givenPassword, pin: '123456' }, answers: [422] }),
  'GET /accounts': ofUnit,
  'GET /account-candidates': ofUnit,
  'POST /account-candidates/by-staff-no': async (world, at) => {
    if (at.absent) return { body: { staffNos: ['NOWHERE-1'] } };
    const { id, staff_no } = await given.person(world.owner, at.unit, { staff_no: fresh('CB') });
    noted(world, at, id);
    return { body: { staffNos: [staff_no ?? ''] } };
  },
  'POST /accounts': async (world, at) => ({ body: { personIds: [await personId(world, at)] } }),
  'GET /accounts/{accountId}': onAccount({}),
  'POST /accounts/{accountId}/password-reset': onAccount({}, { reason }),
  'POST /accounts/{accountId}/disabling': onAccount({}, { reason }),
  'DELETE /accounts/{accountId}/disabling': onAccount({ disabled_at: new Date('2026-01-19') }),
  'DELETE /accounts/{accountId}/lock': onAccount({}),
  'DELETE /accounts/{accountId}/sessions': onAccount({}),
  'POST /accounts/{accountId}/totp-removal': onAccount({ totp_sealed: testSecrets.seal('JBSWY3DPEHPK3PXP') }, { reason }),
  'GET /grants': ofUnit,
  'POST /grants': async (world, at) => ({
    body: { accountId: await accountId(world, at), role: 'worker', kinds: ['enter'], unitId: unitId(at), from: '2026-01-20', to: null },
  }),
  'POST /grants/several': async (world, at) => {
    const rest = { role: 'worker', kinds: ['enter'], unitId: null, from: '2026-01-20', to: null };
    if (at.absent) return { body: { staffNos: ['NOWHERE-2'], ...rest } };
    const person = await given.person(world.owner, at.unit, { staff_no: fresh('GS') });
    noted(world, at, (await givenAccount(world.owner, { person })).id);
    noted(world, at, person.id);
    return { body: { staffNos: [person.staff_no ?? ''], ...rest } };
  },
  'DELETE /grants/{grantId}': grant,
  'GET /tokens': async (world, at) => ({ query: { accountId: await accountId(world, at) } }),
  'POST /tokens': async (world, at) => {
    const holder = await accountId(world, at);
    if (!at.absent) await givenGrant(world.owner, holder, { role: 'worker', at: at.unit });
    return { body: { name: 't', accountId: holder, scopes: ['units.read'], unitIds: [unitId(at)], expiresOn: '2026-06-30' } };
  },
  'POST /tokens/{tokenId}/rotation': token,
  'DELETE /tokens/{tokenId}': token,
  'GET /shared-devices': ofUnit,
  'POST /shared-devices': (_, at) => ({ body: { unitId: unitId(at), name: '手机' } }),
  'DELETE /shared-devices/{deviceId}': device,
  'GET /access/settings': bare,
  'PUT /access/settings': async ({ owner }) => {
    const { version } = await owner.selectFrom('access_settings').select('version').executeTakeFirstOrThrow();
    return { body: { passwordProfile: 'dengbao' }, headers: { 'if-match': `"${version}"` } };
  },
};
