import { describe, expect } from 'vitest';

import { as, calling, type Given, given, givenAccount, givenPassword, houseAt, test } from '../testing/index.ts';
import {
  createAccounts,
  disableAccount,
  enableAccount,
  endAllSessions,
  identify,
  listAccounts,
  operator,
  readAccount,
  removeTotp,
  resetPassword,
  signIn,
  unlockAccount,
} from './index.ts';

const from = { ip: '10.0.0.1', userAgent: null };
const page = { limit: 50 };
/** One group a file: the first test makes it. */
let units: Given;

describe('accounts for people', () => {
  test('are opened in bulk with slips that work once and until they expire', async ({ house, database }) => {
    const { owner } = database;
    units = await given.group(owner);
    const [li, wu] = [
      await given.person(owner, units.mill, { staff_no: 'GH1', name: '李雷' }),
      await given.person(owner, units.workshop, { staff_no: 'GH2' }),
    ];
    const admin = as(house, 'systemAdmin', units.root);

    const { slips, refused } = await createAccounts(admin, { personIds: [li.id, wu.id, li.id] });

    expect(refused).toEqual([]);
    expect(slips.map(({ login, unit, validUntil }) => [login, unit, validUntil])).toEqual([
      ['GH1', '东城一厂', '2026-02-03'],
      ['GH2', '缝制一车间', '2026-02-03'],
    ]);
    const password = slips[0]?.password ?? '';
    const { secret } = await signIn(house.stranger(), { login: 'gh1', password, ...from });
    expect(await identify(house, { by: 'session', secret })).toMatchObject({ actor: { personId: li.id }, mustChangePassword: true });
    const late = houseAt(database, '2026-02-03T02:00:00.000Z');
    await expect(signIn(late.stranger(), { login: 'gh1', password, ...from })).rejects.toMatchObject({ code: 'access.slip_expired' });
    await late.close();
    const kept = JSON.stringify(await owner.selectFrom('trail').select(['before', 'after']).execute());
    expect(kept).not.toContain(password);
  });

  test('are refused person by person, and as a whole when nobody is left', async ({ house, database: { owner } }) => {
    const admin = as(house, 'systemAdmin', units.east);
    const gone = await given.person(owner, units.mill, { staff_no: 'GH3', left_on: '2026-01-10' });
    const far = await given.person(owner, units.farMill, { staff_no: 'GH4' });
    const fresh = await given.person(owner, units.mill, { staff_no: 'GH5' });

    const { slips, refused } = await createAccounts(admin, { personIds: [gone.id, far.id, fresh.id] });

    expect(slips).toMatchObject([{ login: 'GH5' }]);
    expect(refused).toEqual([
      { personId: gone.id, code: 'access.person_left' },
      { personId: far.id, code: 'access.person_not_found' },
    ]);
    await expect(createAccounts(admin, { personIds: [far.id] })).rejects.toMatchObject({
      kind: 'missing',
      code: 'access.person_not_found',
    });
    await expect(createAccounts(admin, { personIds: [fresh.id] })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'access.account_exists',
    });
    await expect(createAccounts(as(house, 'hqSafety', units.root), { personIds: [fresh.id] })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('the list of accounts', () => {
  test('pages through the tree, and ends at the branch', async ({ house, database: { owner } }) => {
    await givenAccount(owner, {
      person: await given.person(owner, units.farMill, { staff_no: 'GH6', name: '赵敏', search_key: '赵敏 zm' }),
    });
    const group = as(house, 'systemAdmin', units.root);

    const first = await listAccounts(group, { limit: 2 });
    const after = first.next?.split('~') ?? [];
    const rest = await listAccounts(group, { limit: 50, after: [Number(after[0]), after[1] ?? ''] });

    const all = [...first.items, ...rest.items];
    expect(all.map(({ unit }) => unit)).toEqual(['东城一厂', '东城一厂', '缝制一车间', '西岭一厂']);
    expect(new Set(all.map(({ staffNo }) => staffNo))).toEqual(new Set(['GH1', 'GH2', 'GH5', 'GH6']));
    expect((await listAccounts(as(house, 'systemAdmin', units.west), page)).items).toMatchObject([{ staffNo: 'GH6', unit: '西岭一厂' }]);
    expect((await listAccounts(group, { ...page, q: 'zm' })).items).toMatchObject([{ name: '赵敏' }]);
    expect((await listAccounts(group, { ...page, unitId: units.workshop.id })).items).toMatchObject([{ staffNo: 'GH2' }]);
    expect((await listAccounts(group, { ...page, state: 'neverSignedIn' })).items.map(({ staffNo }) => staffNo)).toEqual([
      'GH5',
      'GH2',
      'GH6',
    ]);
    await expect(listAccounts(as(house, 'systemAdmin', units.east), { ...page, unitId: units.farMill.id })).rejects.toMatchObject({
      kind: 'missing',
    });
    await expect(listAccounts(as(house, 'hqSafety', units.root), page)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('an account follows its person to another branch', async ({ house, database: { owner } }) => {
    const account = await givenAccount(owner, { person: await given.person(owner, units.mill, { staff_no: 'GH7' }) });
    const east = as(house, 'systemAdmin', units.east);
    expect(await readAccount(east, { accountId: account.id })).toMatchObject({ unit: '东城一厂' });

    await given.arranged(owner, (tx) =>
      tx.updateTable('persons').set({ unit_id: units.farMill.id }).where('staff_no', '=', 'GH7').execute(),
    );

    await expect(readAccount(east, { accountId: account.id })).rejects.toMatchObject({ kind: 'missing', code: 'access.account_not_found' });
    expect(await readAccount(as(house, 'systemAdmin', units.west), { accountId: account.id })).toMatchObject({ unit: '西岭一厂' });
  });
});

describe('what a system administrator does with an account', () => {
  const reason = '本人申请';

  test('resetting the password ends its sessions and asks for a new one', async ({ house, database: { owner } }) => {
    const { id: accountId } = await givenAccount(owner, { person: await given.person(owner, units.mill, { staff_no: 'GH10' }) });
    const admin = as(house, 'systemAdmin', units.root);
    const { secret } = await signIn(house.stranger(), { login: 'GH10', password: givenPassword, ...from });

    const slip = await resetPassword(admin, { accountId, reason });

    await expect(identify(house, { by: 'session', secret })).rejects.toMatchObject({ code: 'access.not_signed_in' });
    await expect(signIn(house.stranger(), { login: 'GH10', password: givenPassword, ...from })).rejects.toMatchObject({
      code: 'access.wrong_credentials',
    });
    const again = await signIn(house.stranger(), { login: slip.login, password: slip.password, ...from });
    expect(await identify(house, { by: 'session', secret: again.secret })).toMatchObject({ mustChangePassword: true });
  });

  test('disabling ends its sessions; enabling lets it in as before', async ({ house, database: { owner } }) => {
    const { id: accountId } = await givenAccount(owner, { person: await given.person(owner, units.mill, { staff_no: 'GH11' }) });
    const admin = as(house, 'systemAdmin', units.root);
    const enter = () => signIn(house.stranger(), { login: 'GH11', password: givenPassword, ...from });
    const { secret } = await enter();

    await disableAccount(admin, { accountId, reason });

    await expect(identify(house, { by: 'session', secret })).rejects.toMatchObject({ code: 'access.not_signed_in' });
    await expect(enter()).rejects.toMatchObject({ kind: 'forbidden', code: 'access.account_disabled' });
    await expect(disableAccount(admin, { accountId, reason })).rejects.toMatchObject({ kind: 'conflict' });
    await enableAccount(admin, { accountId });
    expect(await enter()).toHaveProperty('secret');
    await expect(enableAccount(admin, { accountId })).rejects.toMatchObject({ code: 'access.not_disabled' });
  });

  test('unlocking forgets the wrong passwords, and signing out everywhere is at once', async ({ house, database: { owner } }) => {
    const over = { failures: 5, last_failed_at: new Date('2026-01-20T01:59:00Z') };
    const { id: accountId } = await givenAccount(owner, { person: await given.person(owner, units.mill, { staff_no: 'GH12' }), over });
    const admin = as(house, 'systemAdmin', units.root);
    const enter = () => signIn(house.stranger(), { login: 'GH12', password: givenPassword, ...from });
    await expect(enter()).rejects.toMatchObject({ code: 'access.locked_out' });
    expect((await listAccounts(admin, { ...page, state: 'locked' })).items).toMatchObject([
      { staffNo: 'GH12', lockedUntil: new Date('2026-01-20T02:14:00Z') },
    ]);

    await unlockAccount(admin, { accountId });

    const sessions = [await enter(), await enter()];
    expect(await endAllSessions(admin, { accountId })).toEqual({ ended: 2 });
    for (const { secret } of sessions) await expect(identify(house, { by: 'session', secret })).rejects.toMatchObject({ kind: 'unknown' });
  });

  test('none of it reaches outside the branch, or is for anybody else', async ({ house, database: { owner } }) => {
    const { id: accountId } = await givenAccount(owner, { person: await given.person(owner, units.mill, { staff_no: 'GH13' }) });
    const acts = [
      (caller: ReturnType<typeof as>) => resetPassword(caller, { accountId, reason }),
      (caller: ReturnType<typeof as>) => disableAccount(caller, { accountId, reason }),
      (caller: ReturnType<typeof as>) => enableAccount(caller, { accountId }),
      (caller: ReturnType<typeof as>) => unlockAccount(caller, { accountId }),
      (caller: ReturnType<typeof as>) => endAllSessions(caller, { accountId }),
      (caller: ReturnType<typeof as>) => removeTotp(caller, { accountId, reason }),
      (caller: ReturnType<typeof as>) => readAccount(caller, { accountId }),
    ];

    for (const act of acts) {
      await expect(act(as(house, 'systemAdmin', units.west))).rejects.toMatchObject({ kind: 'missing', code: 'access.account_not_found' });
      await expect(act(as(house, 'hqSafety', units.root))).rejects.toMatchObject({ kind: 'forbidden' });
    }
  });

  test('none of it opens the account of another power, or the own one', async ({ house, database: { owner } }) => {
    const security = await givenAccount(owner, { role: 'securityAdmin', at: units.root, over: { login: 'sec' } });
    const system = await givenAccount(owner, { role: 'systemAdmin', at: units.root, over: { login: 'sys' } });
    const admin = calling(house, system, units.root);

    for (const act of [resetPassword, disableAccount, removeTotp]) {
      await expect(act(admin, { accountId: security.id, reason })).rejects.toMatchObject({ kind: 'forbidden', code: 'access.other_power' });
      await expect(act(admin, { accountId: system.id, reason })).rejects.toMatchObject({ kind: 'conflict', code: 'access.own_account' });
    }
    const shell = house.callerFor(operator('systemAdmin'));
    expect(await resetPassword(shell, { accountId: security.id, reason })).toMatchObject({ login: 'sec' });
  });

  test('none of it lets a branch administrator into a hand that reaches further', async ({ house, database: { owner } }) => {
    const over = { totp_sealed: Buffer.from('x') };
    const { id: accountId } = await givenAccount(owner, {
      person: await given.person(owner, units.mill, { staff_no: 'GH14' }),
      role: 'hqSafety',
      at: units.root,
      over,
    });

    for (const act of [resetPassword, removeTotp])
      await expect(act(as(house, 'systemAdmin', units.east), { accountId, reason })).rejects.toMatchObject({
        kind: 'forbidden',
        code: 'access.wider_hand',
      });
    expect(await resetPassword(as(house, 'systemAdmin', units.root), { accountId, reason })).toMatchObject({ login: 'GH14' });
  });

  test('the group keeps one of each administrator', async ({ house, database: { owner } }) => {
    const first = await givenAccount(owner, { role: 'auditAdmin', at: units.root, over: { login: 'aud1' } });
    const shell = house.callerFor(operator('systemAdmin'));

    await expect(disableAccount(shell, { accountId: first.id, reason })).rejects.toMatchObject({ code: 'access.last_administrator' });

    await givenAccount(owner, { role: 'auditAdmin', at: units.root, over: { login: 'aud2' } });
    await disableAccount(shell, { accountId: first.id, reason });
  });
});
