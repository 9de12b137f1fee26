import { randomUUID } from 'node:crypto';

import { describe, expect } from 'vitest';

import type { House } from '../context.ts';
import { as, calling, type Given, given, givenAccount, givenPassword, houseAt, test } from '../testing/index.ts';
import { listChildren } from '../units/index.ts';
import { addDevice, endDevice, identify, listDevices, pairDevice, releasePhoneKey, setPin, signIn, signInByPin } from './index.ts';

const from = { ip: '10.0.0.1', userAgent: null };
let units: Given;
let device: string;

async function paired(house: House, unitId: string): Promise<{ id: string; secret: string }> {
  const { id, pairing } = await addDevice(as(house, 'teamLeader', units.root), { unitId, name: '一车间手机' });
  return { id, secret: (await pairDevice(house.stranger(), { pairing })).secret };
}

describe('a shared phone', () => {
  test('is paired once, within ten minutes, by whoever scans the code', async ({ house, database }) => {
    units = await given.group(database.owner);
    const { pairing } = await addDevice(as(house, 'teamLeader', units.workshop), { unitId: units.workshop.id, name: '缝制车间手机' });
    const late = houseAt(database, '2026-01-20T02:10:00.000Z');

    await expect(pairDevice(late.stranger(), { pairing })).rejects.toMatchObject({ kind: 'missing', code: 'access.pairing_expired' });
    const { secret, ...told } = await pairDevice(house.stranger(), { pairing });
    device = secret;

    expect(told).toEqual({ name: '缝制车间手机', unit: '缝制一车间' });
    await expect(pairDevice(house.stranger(), { pairing })).rejects.toMatchObject({ code: 'access.pairing_expired' });
    await expect(pairDevice(house.stranger(), { pairing: 'a'.repeat(43) })).rejects.toMatchObject({ code: 'access.pairing_expired' });
    await late.close();
  });

  test('is registered, listed and retired within the branch, by those who lead there', async ({ house }) => {
    const { id } = await paired(house, units.farMill.id);
    const leader = as(house, 'workshopHead', units.east);

    await expect(addDevice(leader, { unitId: units.farMill.id, name: '别处' })).rejects.toMatchObject({
      kind: 'missing',
      code: 'units.not_found',
    });
    await expect(endDevice(leader, { deviceId: id })).rejects.toMatchObject({ kind: 'missing', code: 'access.device_not_found' });
    expect((await listDevices(leader, {})).map(({ unit }) => unit)).toEqual(['缝制一车间']);
    await expect(listDevices(leader, { unitId: units.farMill.id })).rejects.toMatchObject({ kind: 'missing' });
    await endDevice(as(house, 'systemAdmin', units.root), { deviceId: id });
    expect(await listDevices(as(house, 'systemAdmin', units.west), {})).toEqual([]);
    for (const role of ['worker', 'securityAdmin', 'hqLeader'] as const) {
      await expect(addDevice(as(house, role, units.root), { unitId: units.mill.id, name: '不许' })).rejects.toMatchObject({
        kind: 'forbidden',
      });
      await expect(endDevice(as(house, role, units.root), { deviceId: id })).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(listDevices(as(house, role, units.root), {})).rejects.toMatchObject({ kind: 'forbidden' });
    }
  });
});

describe('signing in by PIN', () => {
  test('serves people of the unit, on the phone alone, without approvals', async ({ house, database: { owner } }) => {
    const account = await givenAccount(owner, {
      person: await given.person(owner, units.workshop, { staff_no: 'GH50' }),
      role: 'safetyOfficer',
      at: units.workshop,
    });
    const mine = calling(house, account, units.workshop);
    await expect(setPin(mine, { password: 'Wrong-2026', pin: '802615' })).rejects.toMatchObject({ code: 'access.wrong_credentials' });
    await expect(setPin(mine, { password: givenPassword, pin: '123456' })).rejects.toMatchObject({ code: 'access.weak_pin' });
    await setPin(mine, { password: givenPassword, pin: '802615' });
    const enter = (secret: string | null, pin = '802615', staffNo = 'gh50') =>
      signInByPin(house.stranger(), { staffNo, pin, device: secret, ...from });

    const { secret } = await enter(device);

    const { actor, mustChangePassword } = await identify(house, { by: 'session', secret });
    expect(new Set(actor.grants.map(({ kind }) => kind))).toEqual(new Set(['enter', 'analyse']));
    expect(mustChangePassword).toBe(false);
    expect(await listChildren(house.callerFor(actor), {})).toMatchObject([{ name: '缝制一车间' }]);
    await expect(enter(null)).rejects.toMatchObject({ kind: 'forbidden', code: 'access.not_on_this_device' });
    await expect(enter('a'.repeat(43))).rejects.toMatchObject({ code: 'access.not_on_this_device' });
    await expect(enter((await paired(house, units.farMill.id)).secret)).rejects.toMatchObject({ code: 'access.wrong_credentials' });
    await givenAccount(owner, { person: await given.person(owner, units.workshop, { staff_no: 'GH51' }) });
    await expect(enter(device, '802615', 'GH51')).rejects.toMatchObject({ code: 'access.wrong_credentials' });
  });

  test('locks after five wrong ones, for as long as a password', async ({ house, database }) => {
    const enterAt = async (instant: string, pin: string) => {
      const then = houseAt(database, instant);
      const said = await signInByPin(then.stranger(), { staffNo: 'GH50', pin, device, ...from }).then(
        () => 'in',
        (error: { code: string }) => error.code,
      );
      await then.close();
      return said;
    };

    for (let at = 0; at < 5; at += 1) expect(await enterAt('2026-01-20T03:00:00Z', '802616')).toBe('access.wrong_credentials');

    expect(await enterAt('2026-01-20T03:00:00Z', '802615')).toBe('access.locked_out');
    expect(await enterAt('2026-01-20T03:14:59Z', '802615')).toBe('access.locked_out');
    expect(await signIn(house.stranger(), { login: 'GH50', password: givenPassword, ...from })).toHaveProperty('secret');
    expect(await enterAt('2026-01-20T03:15:00Z', '802615')).toBe('in');
  });

  test('ends after a quarter of an hour without use, when the next one signs in, and when the phone is retired', async ({
    house,
    database,
  }) => {
    const { id, secret: phone } = await paired(house, units.mill.id);
    const enter = () => signInByPin(house.stranger(), { staffNo: 'GH50', pin: '802615', device: phone, ...from });
    const known = async (secret: string, instant: string) => {
      const then = houseAt(database, instant);
      const said = await identify(then, { by: 'session', secret }).then(
        () => 'known',
        (error: { code: string }) => error.code,
      );
      await then.close();
      return said;
    };
    const { secret } = await enter();
    expect(await known(secret, '2026-01-20T02:14:00Z')).toBe('known');
    expect(await known(secret, '2026-01-20T02:28:00Z')).toBe('known');
    expect(await known(secret, '2026-01-20T02:43:00Z')).toBe('access.not_signed_in');
    const [one, two] = [await enter(), await enter()];
    expect([await known(one.secret, '2026-01-20T02:01:00Z'), await known(two.secret, '2026-01-20T02:01:00Z')]).toEqual([
      'access.not_signed_in',
      'known',
    ]);

    await endDevice(as(house, 'systemAdmin', units.root), { deviceId: id });

    expect(await known(two.secret, '2026-01-20T02:01:00Z')).toBe('access.not_signed_in');
    await expect(enter()).rejects.toMatchObject({ code: 'access.not_on_this_device' });
  });
});

describe('the key that a phone locks its queue with', () => {
  test('is the same at every sign-in of one person on one phone, another everywhere else, and goes with the session', async ({
    house,
    database: { owner },
  }) => {
    const [phone, otherPhone] = [randomUUID(), randomUUID()];
    const keyOf = async (login: string, phoneId: string) => {
      const { secret } = await signIn(house.stranger(), { login, password: givenPassword, entry: 'phone', ...from, mobile: '?1' });
      const { actor, sessionId } = await identify(house, { by: 'session', secret });
      return releasePhoneKey(house.callerFor(actor), { phoneId, sessionId });
    };
    await givenAccount(owner, { person: await given.person(owner, units.workshop, { staff_no: 'GH61' }) });
    const first = await keyOf('GH50', phone);

    expect(Buffer.from(first.key, 'base64')).toHaveLength(32);
    expect(first).toMatchObject({ idle: 12 * 3_600_000, rest: 7 * 24 * 3_600_000 });
    expect((await keyOf('GH50', phone)).key).toBe(first.key);
    expect((await keyOf('GH50', otherPhone)).key).not.toBe(first.key);
    expect((await keyOf('GH61', phone)).key).not.toBe(first.key);
    const shared = await signInByPin(house.stranger(), { staffNo: 'GH50', pin: '802615', device, ...from });
    const { actor, sessionId } = await identify(house, { by: 'session', secret: shared.secret });
    expect(await releasePhoneKey(house.callerFor(actor), { phoneId: phone, sessionId })).toEqual({
      key: first.key,
      idle: 15 * 60_000,
      rest: 12 * 3_600_000,
    });
    await expect(releasePhoneKey(house.callerFor(actor), { phoneId: phone, sessionId: null })).rejects.toMatchObject({
      code: 'access.session_only',
    });
    await expect(releasePhoneKey(house.stranger(), { phoneId: phone, sessionId })).rejects.toMatchObject({ code: 'access.not_signed_in' });
  });
});
