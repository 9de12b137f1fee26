import type { AccountRow } from '@changming/database';
import type { Insertable } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import { describe, expect } from 'vitest';

import type { House } from '../context.ts';
import { as, calling, type Given, given, givenAccount, givenPassword, houseAt, instant, test } from '../testing/index.ts';
import {
  addDevice,
  bindSso,
  beginSsoBinding,
  beginTotp,
  confirmTotp,
  identify,
  listOwnSessions,
  pairDevice,
  renewRecoveryCodes,
  showScanCode,
  signIn,
  signInByScan,
  signInBySso,
  signOutBySso,
  unbindSso,
} from './index.ts';

const from = { ip: '10.0.0.1', userAgent: null };
const issuer = 'https://id.example.com';
let units: Given;

type Owner = Parameters<typeof given.group>[0];
async function accountOf(owner: Owner, staff_no: string, over: Partial<Insertable<AccountRow>> = {}) {
  const person = await given.person(owner, units.workshop, { staff_no });
  return givenAccount(owner, { person, role: 'safetyOfficer', at: units.workshop, over });
}

const entering = (house: House, subject: string, staffNo: string | null) =>
  signInBySso(house.stranger(), { issuer, subject, staffNo, device: null, sid: null, ...from });
const byPassword = (house: House, login: string, totp?: string) =>
  signIn(house.stranger(), { login, password: givenPassword, ...from, ...(totp === undefined ? {} : { totp }) });
const who = (house: House, secret: string) => identify(house, { by: 'session', secret });

describe('signing in by the identity provider', () => {
  test('opens the account of the 工号 once, and from then on the one that is bound', async ({ house, database: { owner } }) => {
    units = await given.group(owner);
    const account = await accountOf(owner, 'GH80', { must_change_password: true });

    const first = await entering(house, 'sub-80', 'gh80');
    const again = await entering(house, 'sub-80', null);

    for (const { secret } of [first, again])
      expect(await who(house, secret)).toMatchObject({ way: 'sso', mustChangePassword: false, actor: { accountId: account.id } });
    await expect(entering(house, 'sub-other', 'GH80')).rejects.toMatchObject({ code: 'access.sso_bound_elsewhere' });
  });

  test('makes no person, no account and no right', async ({ house, database: { owner } }) => {
    await given.person(owner, units.workshop, { staff_no: 'GH81' });
    const counted = async () =>
      Promise.all(
        (['persons', 'accounts', 'grants', 'sessions'] as const).map(
          async (table) => (await owner.selectFrom(table).selectAll().execute()).length,
        ),
      );
    const before = await counted();

    await expect(entering(house, 'sub-81', 'GH81')).rejects.toMatchObject({ kind: 'unknown', code: 'access.sso_unknown_person' });
    await expect(entering(house, 'sub-81', 'NOBODY')).rejects.toMatchObject({ code: 'access.sso_unknown_person' });
    await expect(entering(house, 'sub-81', null)).rejects.toMatchObject({ code: 'access.sso_unknown_person' });

    expect(await counted()).toEqual(before);
  });

  test('is closed to those who left, to demo accounts in production, and to the three administrators', async ({
    house,
    database: { owner },
  }) => {
    const gone = await given.person(owner, units.workshop, { staff_no: 'GH82', left_on: '2026-01-19' });
    await givenAccount(owner, { person: gone });
    const administrator = await given.person(owner, units.root, { staff_no: 'GH83' });
    await givenAccount(owner, { person: administrator, role: 'systemAdmin', at: units.root });

    await expect(entering(house, 'sub-82', 'GH82')).rejects.toMatchObject({ code: 'access.account_disabled' });
    await expect(entering(house, 'sub-83', 'GH83')).rejects.toMatchObject({ kind: 'forbidden', code: 'access.power_by_password' });
  });

  test('is bound by the holder with the password, to an identity that is nobody else’s, and unbound again', async ({
    house,
    database: { owner },
  }) => {
    const account = await accountOf(owner, 'GH84');
    const mine = calling(house, account, units.workshop);
    const other = calling(house, await accountOf(owner, 'GH85'), units.workshop);

    await expect(beginSsoBinding(mine, { password: 'Wrong-2026' })).rejects.toMatchObject({ code: 'access.wrong_credentials' });
    const { accountId } = await beginSsoBinding(mine, { password: givenPassword });
    await expect(bindSso(other, { accountId, issuer, subject: 'sub-84' })).rejects.toMatchObject({ code: 'access.sso_stale' });
    await bindSso(mine, { accountId, issuer, subject: 'sub-84' });
    await expect(bindSso(mine, { accountId, issuer, subject: 'sub-80' })).rejects.toMatchObject({ code: 'access.sso_bound_elsewhere' });
    await entering(house, 'sub-84', null);
    await unbindSso(mine, { password: givenPassword });

    await expect(entering(house, 'sub-84', null)).rejects.toMatchObject({ code: 'access.sso_unknown_person' });
    await expect(unbindSso(mine, { password: givenPassword })).rejects.toMatchObject({ code: 'access.sso_not_bound' });
  });
});

describe('a logout at the identity provider', () => {
  test('ends what it opened here, everywhere or in one session, once, and nothing else', async ({ house, database: { owner } }) => {
    const account = await accountOf(owner, 'GH78');
    await accountOf(owner, 'GH79');
    const opened = async (sid: string | null, subject = 'sub-88', staffNo = 'GH78') =>
      (await signInBySso(house.stranger(), { issuer, subject, staffNo, sid, device: null, ...from })).secret;
    const [first, second, unnamed, other] = [
      await opened('s1'),
      await opened('s2'),
      await opened(null),
      await opened('s1', 'sub-89', 'GH79'),
    ];
    const typed = (await byPassword(house, 'GH78')).secret;
    const over = async (secret: string) =>
      who(house, secret).then(
        () => false,
        () => true,
      );
    const all = () => Promise.all([first, second, unnamed, other, typed].map(over));
    const told = (jti: string, at: { subject: string | null; sid: string | null; issuer?: string }) =>
      signOutBySso(house.stranger(), { issuer, jti, ...at });

    expect(await told('j1', { subject: 'sub-80-nobody', sid: 's1' })).toEqual({ ended: 0 });
    expect(await told('j2', { subject: 'sub-88', sid: 's1', issuer: 'https://other.example.com' })).toEqual({ ended: 0 });
    expect(await all()).toEqual([false, false, false, false, false]);
    expect(await told('j3', { subject: 'sub-88', sid: 's1' })).toEqual({ ended: 2 });
    expect(await all()).toEqual([true, false, true, false, false]);
    await expect(told('j3', { subject: 'sub-88', sid: null })).rejects.toMatchObject({ code: 'access.sso_logout_refused' });
    expect(await told('j4', { subject: null, sid: 's2' })).toEqual({ ended: 1 });
    await opened('s3');
    expect(await told('j5', { subject: 'sub-88', sid: null })).toEqual({ ended: 1 });
    expect(await all()).toEqual([true, true, true, false, false]);
    expect(
      await owner
        .selectFrom('trail')
        .select('after')
        .where('subject_id', '=', account.id)
        .where('verb', '=', 'access.signOutBySso')
        .execute(),
    ).toHaveLength(3);
  });
});

describe('a code on the desk that a phone scans', () => {
  test('signs its holder in once, within two minutes, while the desk is signed in', async ({ house, database }) => {
    const account = await accountOf(database.owner, 'GH86');
    const mine = calling(house, account, units.workshop);
    const scan = (code: string, at: House = house) => signInByScan(at.stranger(), { code, device: null, ...from });
    const { sessionId } = await byPassword(house, 'GH86');
    const [first, second] = [await showScanCode(mine, { sessionId }), await showScanCode(mine, { sessionId })];
    const late = houseAt(database, '2026-01-20T02:02:00.000Z');

    await expect(scan(first.code)).rejects.toMatchObject({ kind: 'missing', code: 'access.scan_expired' });
    await expect(scan(second.code, late)).rejects.toMatchObject({ code: 'access.scan_expired' });
    const phone = await scan(second.code);
    await expect(scan(second.code)).rejects.toMatchObject({ code: 'access.scan_expired' });
    const third = await showScanCode(mine, { sessionId });
    await database.owner
      .updateTable('sessions')
      .set({ revoked_at: new Date(instant) })
      .where('id', '=', sessionId)
      .execute();
    await expect(scan(third.code)).rejects.toMatchObject({ code: 'access.scan_expired' });

    expect(await who(house, phone.secret)).toMatchObject({ way: 'scan', actor: { accountId: account.id } });
    expect((await listOwnSessions(mine, {})).map(({ way }) => way)).toEqual(['scan']);
    await late.close();
  });

  test('is not handed on by the phone that scanned it, nor shown to an administrator or a stranger', async ({
    house,
    database: { owner },
  }) => {
    const mine = calling(house, await accountOf(owner, 'GH87'), units.workshop);
    const { sessionId } = await byPassword(house, 'GH87');
    const phone = await signInByScan(house.stranger(), { code: (await showScanCode(mine, { sessionId })).code, device: null, ...from });
    const person = await given.person(owner, units.root, { staff_no: 'GH88' });
    const administrator = await givenAccount(owner, { person, role: 'auditAdmin', at: units.root });
    const power = await byPassword(house, 'GH88');

    await expect(showScanCode(mine, { sessionId: phone.sessionId })).rejects.toMatchObject({ code: 'access.scan_not_from_here' });
    await expect(showScanCode(mine, { sessionId: power.sessionId })).rejects.toMatchObject({ code: 'access.scan_not_from_here' });
    await expect(showScanCode(calling(house, administrator, units.root), { sessionId: power.sessionId })).rejects.toMatchObject({
      code: 'access.power_by_password',
    });
    await expect(showScanCode(house.stranger(), { sessionId })).rejects.toMatchObject({ code: 'access.not_signed_in' });
  });

  test('opens no approvals on a shared phone, where the next one signs it out', async ({ house, database: { owner } }) => {
    const mine = calling(house, await accountOf(owner, 'GH89'), units.workshop);
    const { pairing } = await addDevice(as(house, 'teamLeader', units.root), { unitId: units.workshop.id, name: '手机' });
    const { secret: device } = await pairDevice(house.stranger(), { pairing });
    const { sessionId } = await byPassword(house, 'GH89');
    const scan = async () => signInByScan(house.stranger(), { code: (await showScanCode(mine, { sessionId })).code, device, ...from });

    const first = await scan();
    const second = await scan();

    await expect(who(house, first.secret)).rejects.toMatchObject({ code: 'access.not_signed_in' });
    const { actor } = await who(house, second.secret);
    expect(new Set(actor.grants.map(({ kind }) => kind))).toEqual(new Set(['enter', 'analyse']));
  });
});

describe('the second factor', () => {
  test('is owed by the three administrators, not by others', async ({ house, database: { owner } }) => {
    const person = await given.person(owner, units.root, { staff_no: 'GH90' });
    await givenAccount(owner, { person, role: 'securityAdmin', at: units.root, over: { is_demo: false } });
    await accountOf(owner, 'GH91');

    expect(await who(house, (await byPassword(house, 'GH90')).secret)).toMatchObject({ mustEnrolTotp: true });
    expect(await who(house, (await byPassword(house, 'GH91')).secret)).toMatchObject({ mustEnrolTotp: false });
  });

  test('may be a recovery code, each good once, until a new set replaces them', async ({ house, database: { owner } }) => {
    const mine = calling(house, await accountOf(owner, 'GH92'), units.workshop);
    const { secret } = await beginTotp(mine, { password: givenPassword });
    const code = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
      timestamp: new Date(instant).getTime(),
    });
    const { recoveryCodes } = await confirmTotp(mine, { code });
    const [one = '', two = ''] = recoveryCodes;

    await byPassword(house, 'GH92', one.toLowerCase().replaceAll('-', ''));
    await expect(byPassword(house, 'GH92', one)).rejects.toMatchObject({ code: 'access.wrong_code' });
    const renewed = await renewRecoveryCodes(mine, { password: givenPassword });
    await expect(byPassword(house, 'GH92', two)).rejects.toMatchObject({ code: 'access.wrong_code' });
    await byPassword(house, 'GH92', renewed.recoveryCodes[0]);

    expect(recoveryCodes).toHaveLength(10);
    const kept = await owner
      .selectFrom('accounts')
      .select('recovery_hashes')
      .where('id', '=', mine.actor.accountId)
      .executeTakeFirstOrThrow();
    expect(kept.recovery_hashes).toHaveLength(9);
  });
});
