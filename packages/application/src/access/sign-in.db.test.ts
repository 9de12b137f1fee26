import { Secret, TOTP } from 'otpauth';
import { describe, expect } from 'vitest';

import { openHouse } from '../context.ts';
import { as, calling, given, givenAccount, givenPassword, houseAt, test, testSecrets } from '../testing/index.ts';
import {
  beginTotp,
  changePassword,
  configureAccess,
  confirmTotp,
  disableTotp,
  identify,
  operator,
  readAccessSettings,
  signIn,
} from './index.ts';

const from = { ip: '10.0.0.1', userAgent: null };
type Database = Parameters<typeof houseAt>[0];
type Attempt = readonly [login: string, password: string, ip?: string];

/** Signs in as if the clock stood at `minute` after two in the afternoon in Shanghai. */
async function tryAt(database: Database, minute: number, [login, password, ip = '10.0.0.1']: Attempt) {
  const house = houseAt(database, new Date(Date.UTC(2026, 0, 20, 6, minute)).toISOString());
  try {
    await signIn(house.stranger(), { login, password, ip, userAgent: null });
    return 'in';
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await house.close();
  }
}

describe('signing in', () => {
  test('goes by 工号, by login name and by phone, in any case', async ({ house, database: { owner } }) => {
    const { mill } = await given.group(owner);
    const phone = { phone_index: testSecrets.index('phone', '13900000001') };
    await givenAccount(owner, { person: await given.person(owner, mill, { staff_no: 'GH20', ...phone }), over: { login: 'lilei' } });

    for (const login of ['GH20', 'gh20', 'LiLei', '13900000001'])
      expect(await signIn(house.stranger(), { login, password: givenPassword, ...from })).toHaveProperty('secret');
  });

  test('locks on one timeline, whether the login exists or not', async ({ database }) => {
    const { owner } = database;
    const mill = await owner.selectFrom('units').selectAll().where('kind', '=', 'factory').executeTakeFirstOrThrow();
    await givenAccount(owner, { person: await given.person(owner, mill, { staff_no: 'GH21' }) });
    const story: [minute: number, said: string][] = [
      ...[0, 0, 0, 0, 0].map((minute): [number, string] => [minute, 'access.wrong_credentials']),
      [0, 'access.locked_out'],
      [14, 'access.locked_out'],
      ...[15, 15, 15, 15, 15].map((minute): [number, string] => [minute, 'access.wrong_credentials']),
      [16, 'access.locked_out'],
      [44, 'access.locked_out'],
    ];

    for (const [minute, said] of story) {
      expect([minute, await tryAt(database, minute, ['GH21', 'Wrong-2026'])]).toEqual([minute, said]);
      expect([minute, await tryAt(database, minute, ['NOBODY', 'Wrong-2026', '10.0.0.2'])]).toEqual([minute, said]);
    }
    expect(await tryAt(database, 44, ['GH21', givenPassword])).toBe('access.locked_out');
    expect(await tryAt(database, 45, ['GH21', givenPassword])).toBe('in');
    expect(await tryAt(database, 46, ['GH21', 'Wrong-2026'])).toBe('access.wrong_credentials');
  });

  test('evaluates no more guesses of a burst than of a row', async ({ house, database: { owner } }) => {
    const mill = await owner.selectFrom('units').selectAll().where('kind', '=', 'factory').executeTakeFirstOrThrow();
    await givenAccount(owner, { person: await given.person(owner, mill, { staff_no: 'GH22' }) });
    const burst = Array.from({ length: 20 }, (_, at) =>
      signIn(house.stranger(), { login: 'GH22', password: `Guess-${at}`, ip: `10.1.0.${at}`, userAgent: null }),
    );

    const codes = (await Promise.allSettled(burst)).map((each) =>
      each.status === 'rejected' ? (each.reason as { code: string }).code : 'in',
    );

    expect(codes.filter((code) => code === 'access.wrong_credentials')).toHaveLength(5);
    expect(codes.filter((code) => code === 'access.locked_out')).toHaveLength(15);
  });

  test('stops an address after thirty wrong ones a minute, and lets it in again', async ({ database }) => {
    const wrong = async () => tryAt(database, 100, [`NOBODY-${Math.random()}`, 'Wrong-2026', '10.9.9.9']);
    for (let at = 0; at < 30; at += 1) expect(await wrong()).toBe('access.wrong_credentials');

    expect(await wrong()).toBe('access.too_many_attempts');
    expect(await tryAt(database, 100, ['GH20', givenPassword, '10.9.9.9'])).toBe('access.too_many_attempts');
    expect(await tryAt(database, 100, ['GH20', givenPassword, '10.9.9.8'])).toBe('in');
    expect(await tryAt(database, 102, ['GH20', givenPassword, '10.9.9.9'])).toBe('in');
  });

  test('is over for people who left, and for demo accounts in production', async ({ house, database }) => {
    const { owner } = database;
    const mill = await owner.selectFrom('units').selectAll().where('kind', '=', 'factory').executeTakeFirstOrThrow();
    await givenAccount(owner, { person: await given.person(owner, mill, { staff_no: 'GH23', left_on: '2026-01-19' }) });
    await givenAccount(owner, { over: { login: 'demo', is_demo: true } });
    const enter = (at: typeof house, login: string) => signIn(at.stranger(), { login, password: givenPassword, ...from });
    const production = openHouse({ ...database, max: 2, clock: house.clock, secrets: testSecrets, production: true });

    await expect(enter(house, 'GH23')).rejects.toMatchObject({ code: 'access.account_disabled' });
    const { secret } = await enter(house, 'demo');
    await expect(enter(production, 'demo')).rejects.toMatchObject({ code: 'access.wrong_credentials' });
    await expect(identify(production, { by: 'session', secret })).rejects.toMatchObject({ code: 'access.not_signed_in' });
    await production.close();
  });
});

describe('the own password', () => {
  test('is changed with the present one, not into a weak or former one, and ends the other sessions', async ({
    house,
    database: { owner },
  }) => {
    const mill = await owner.selectFrom('units').selectAll().where('kind', '=', 'factory').executeTakeFirstOrThrow();
    const account = await givenAccount(owner, { person: await given.person(owner, mill, { staff_no: 'GH24' }) });
    const mine = calling(house, account, mill);
    const other = await signIn(house.stranger(), { login: 'GH24', password: givenPassword, ...from });
    const present = await signIn(house.stranger(), { login: 'GH24', password: givenPassword, ...from });
    const change = (current: string, next: string) => changePassword(mine, { current, next, sessionId: present.sessionId });

    await expect(change('Wrong-2026', 'Dawn-2026-1')).rejects.toMatchObject({ kind: 'invalid', code: 'access.wrong_credentials' });
    await expect(change(givenPassword, 'dawn2026')).rejects.toMatchObject({ code: 'access.weak_password' });
    for (const common of ['Changming2026!', 'Password12345!'])
      await expect(change(givenPassword, common)).rejects.toMatchObject({ code: 'access.common_password' });
    await expect(change(givenPassword, 'X-gh24-Yz9')).rejects.toMatchObject({ facts: { fault: 'contains_login' } });
    await expect(change(givenPassword, 'Dawn-2026')).rejects.toMatchObject({ facts: { fault: 'too_short' } });
    await change(givenPassword, 'Dawn-2026-1');
    await expect(change('Dawn-2026-1', 'Dawn-2026-1')).rejects.toMatchObject({ code: 'access.password_reused' });
    await change('Dawn-2026-1', 'Dusk-2026-1');
    await expect(change('Dusk-2026-1', 'Dawn-2026-1')).rejects.toMatchObject({ code: 'access.password_reused' });

    await expect(identify(house, { by: 'session', secret: other.secret })).rejects.toMatchObject({ kind: 'unknown' });
    expect(await identify(house, { by: 'session', secret: present.secret })).toMatchObject({ mustChangePassword: false });
  });

  test('guessed wrong too often by whoever found the phone, is locked', async ({ house, database: { owner } }) => {
    const account = await givenAccount(owner, { over: { login: 'found' } });
    const root = await owner.selectFrom('units').selectAll().where('kind', '=', 'group').executeTakeFirstOrThrow();
    const guess = () => changePassword(calling(house, account, root), { current: 'Wrong-2026', next: 'Dawn-2026-1', sessionId: null });

    for (let at = 0; at < 5; at += 1) await expect(guess()).rejects.toMatchObject({ code: 'access.wrong_credentials' });

    await expect(guess()).rejects.toMatchObject({ kind: 'limited', code: 'access.locked_out' });
  });

  test('grows old under the 等保 rules and not under the others', async ({ house, database }) => {
    const { owner } = database;
    await givenAccount(owner, { over: { login: 'old', password_changed_at: new Date('2025-10-01T00:00:00Z') } });
    const { secret } = await signIn(house.stranger(), { login: 'old', password: givenPassword, ...from });
    const shell = house.callerFor(operator('systemAdmin'));
    const { version } = await readAccessSettings(shell, {});
    expect(await identify(house, { by: 'session', secret })).toMatchObject({ mustChangePassword: true });

    await configureAccess(shell, { passwordProfile: 'asvs', version });

    expect(await identify(house, { by: 'session', secret })).toMatchObject({ mustChangePassword: false });
    for (let at = 0; at < 9; at += 1)
      expect(await tryAt(database, 200, ['old', 'Wrong-2026', '10.2.0.1'])).toBe('access.wrong_credentials');
    expect(await tryAt(database, 200, ['old', givenPassword, '10.2.0.1'])).toBe('in');
    await expect(configureAccess(shell, { passwordProfile: 'dengbao', version })).rejects.toMatchObject({ code: 'request.stale' });
    await configureAccess(shell, { passwordProfile: 'dengbao', version: version + 1 });
    const east = await owner.selectFrom('units').selectAll().where('name', '=', '东城服饰').executeTakeFirstOrThrow();
    await expect(configureAccess(as(house, 'systemAdmin', east), { passwordProfile: 'asvs', version: version + 2 })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(configureAccess(as(house, 'hqSafety', east), { passwordProfile: 'asvs', version: version + 2 })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('one-time codes', () => {
  test('count after the first one was entered, once each, until the owner ends them', async ({ house, database }) => {
    const { owner } = database;
    const account = await givenAccount(owner, { over: { login: 'careful' } });
    const root = await owner.selectFrom('units').selectAll().where('kind', '=', 'group').executeTakeFirstOrThrow();
    const mine = calling(house, account, root);
    await expect(beginTotp(mine, { password: 'Wrong-2026' })).rejects.toMatchObject({ code: 'access.wrong_credentials' });
    const { secret, uri } = await beginTotp(mine, { password: givenPassword });
    const codeAt = (half: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse('2026-01-20T02:00:00Z') + half * 30_000 });
    const enter = (totp?: string) =>
      signIn(house.stranger(), { login: 'careful', password: givenPassword, ...(totp === undefined ? {} : { totp }), ...from });
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    expect(await enter()).toHaveProperty('secret');
    await expect(confirmTotp(mine, { code: '000000' === codeAt(-1) ? '111111' : '000000' })).rejects.toMatchObject({
      code: 'access.wrong_code',
    });

    await confirmTotp(mine, { code: codeAt(-1) });

    await expect(enter()).rejects.toMatchObject({ code: 'access.code_required' });
    await expect(enter(codeAt(-1))).rejects.toMatchObject({ code: 'access.wrong_code' });
    expect(await enter(codeAt(0))).toHaveProperty('secret');
    await expect(enter(codeAt(0))).rejects.toMatchObject({ code: 'access.wrong_code' });
    await expect(beginTotp(mine, { password: givenPassword })).rejects.toMatchObject({ code: 'access.totp_already' });
    await expect(disableTotp(mine, { password: 'Wrong-2026' })).rejects.toMatchObject({ code: 'access.wrong_credentials' });
    await disableTotp(mine, { password: givenPassword });
    expect(await enter()).toHaveProperty('secret');
  });
});
