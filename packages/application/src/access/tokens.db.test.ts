import { describe, expect } from 'vitest';

import { as, type Given, given, givenAccount, houseAt, test } from '../testing/index.ts';
import { createUnit, listChildren, readUnit } from '../units/index.ts';
import { identify, issueToken, listTokens, operator, revokeToken, rotateToken } from './index.ts';

const page = { limit: 50 };
const lasting = { name: '数据对接', unitIds: [], expiresOn: '2026-06-30' };
let units: Given;
let officer: { id: string };

describe('a token', () => {
  test('acts as its owner, within its scopes and its units, and shows its secret once', async ({ house, database: { owner } }) => {
    units = await given.group(owner);
    officer = await givenAccount(owner, {
      person: await given.person(owner, units.mill, { staff_no: 'GH40' }),
      role: 'hqSafety',
      at: units.root,
    });
    const security = as(house, 'securityAdmin', units.root);
    const issued = await issueToken(security, { ...lasting, accountId: officer.id, scopes: ['units.read'], unitIds: [units.east.id] });
    const caller = house.callerFor((await identify(house, { by: 'token', secret: issued.secret })).actor);

    expect(issued.secret).toMatch(/^cm_[\w-]{43}$/);
    expect(await listChildren(caller, {})).toMatchObject([{ name: '东城服饰' }]);
    expect(await readUnit(caller, { unitId: units.mill.id })).toMatchObject({ name: '东城一厂' });
    await expect(readUnit(caller, { unitId: units.farMill.id })).rejects.toMatchObject({ kind: 'missing' });
    const unit = { parentId: units.mill.id, code: 'T-1', name: '二车间', kind: 'workshop', on: '2026-01-10', reason: '新建' } as const;
    await expect(createUnit(caller, unit)).rejects.toMatchObject({ kind: 'forbidden' });
    const { items } = await listTokens(security, page);
    expect(items).toMatchObject([{ name: '数据对接', staffNo: 'GH40', prefix: issued.prefix, usedAt: house.clock.now() }]);
    const everything = JSON.stringify([
      items,
      await owner.selectFrom('tokens').selectAll().execute(),
      await owner.selectFrom('trail').selectAll().execute(),
    ]);
    expect(everything).not.toContain(issued.secret);
  });

  test('ends with its owner: expired, revoked, disabled, left', async ({ house, database }) => {
    const { owner } = database;
    const security = as(house, 'securityAdmin', units.root);
    const fresh = async () => issueToken(security, { ...lasting, expiresOn: '2026-01-21', accountId: officer.id, scopes: ['units.read'] });
    const found = (secret: string, at = house) =>
      identify(at, { by: 'token', secret }).then(
        () => 'found',
        (error: { code: string }) => error.code,
      );
    const [expiring, revoked, rotated] = [await fresh(), await fresh(), await fresh()];
    const later = houseAt(database, '2026-01-22T02:00:00.000Z');

    await revokeToken(security, { tokenId: revoked.id });
    const again = await rotateToken(security, { tokenId: rotated.id });

    expect([await found(expiring.secret), await found(expiring.secret, later)]).toEqual(['found', 'access.token_expired']);
    expect([await found(revoked.secret), await found(rotated.secret), await found(again.secret)]).toEqual([
      'access.token_invalid',
      'access.token_invalid',
      'found',
    ]);
    await expect(rotateToken(as(later, 'securityAdmin', units.root), { tokenId: expiring.id })).rejects.toMatchObject({
      code: 'access.token_expired',
    });
    await expect(revokeToken(security, { tokenId: revoked.id })).rejects.toMatchObject({ kind: 'missing', code: 'access.token_not_found' });
    await owner.updateTable('accounts').set({ disabled_at: new Date() }).where('id', '=', officer.id).execute();
    expect(await found(again.secret)).toBe('access.token_invalid');
    await expect(fresh()).rejects.toMatchObject({ code: 'access.account_disabled' });
    await owner.updateTable('accounts').set({ disabled_at: null }).where('id', '=', officer.id).execute();
    await given.arranged(owner, (tx) => tx.updateTable('persons').set({ left_on: '2026-01-20' }).where('staff_no', '=', 'GH40').execute());
    expect(await found(again.secret)).toBe('access.token_invalid');
    await given.arranged(owner, (tx) => tx.updateTable('persons').set({ left_on: null }).where('staff_no', '=', 'GH40').execute());
    await later.close();
  });

  test('never names what its owner may not do, nor a power', async ({ house }) => {
    const security = as(house, 'securityAdmin', units.root);
    const naming = (scope: 'workforce.unmask' | 'hazards.drawLookBacks' | 'access.grant') =>
      issueToken(security, { ...lasting, accountId: officer.id, scopes: [scope] });

    await expect(naming('access.grant')).rejects.toMatchObject({ code: 'access.scope_of_power' });
    await expect(naming('hazards.drawLookBacks')).rejects.toMatchObject({ code: 'access.scope_of_power' });
    await expect(
      issueToken(security, { ...lasting, expiresOn: '2027-01-21', accountId: officer.id, scopes: ['units.read'] }),
    ).rejects.toMatchObject({
      code: 'access.token_too_long',
    });
    expect(await naming('workforce.unmask')).toHaveProperty('secret');
  });

  test('is issued, listed, rotated and revoked within the branch, by the security administrator alone', async ({
    house,
    database: { owner },
  }) => {
    const far = await givenAccount(owner, {
      person: await given.person(owner, units.farMill, { staff_no: 'GH41' }),
      role: 'safetyOfficer',
      at: units.farMill,
    });
    const near = await givenAccount(owner, {
      person: await given.person(owner, units.mill, { staff_no: 'GH42' }),
      role: 'safetyOfficer',
      at: units.mill,
    });
    const shell = house.callerFor(operator('securityAdmin'));
    const token = await issueToken(shell, { ...lasting, accountId: far.id, scopes: ['units.read'] });
    const east = as(house, 'securityAdmin', units.east);

    await expect(issueToken(east, { ...lasting, accountId: far.id, scopes: ['units.read'] })).rejects.toMatchObject({
      code: 'access.account_not_found',
    });
    await expect(
      issueToken(east, { ...lasting, accountId: near.id, scopes: ['units.read'], unitIds: [units.farMill.id] }),
    ).rejects.toMatchObject({ code: 'units.not_found' });
    await expect(revokeToken(east, { tokenId: token.id })).rejects.toMatchObject({ kind: 'missing' });
    await expect(rotateToken(east, { tokenId: token.id })).rejects.toMatchObject({ kind: 'missing' });
    const wide = await givenAccount(owner, {
      person: await given.person(owner, units.mill, { staff_no: 'GH43' }),
      role: 'hqSafety',
      at: units.root,
    });
    const everywhere = await issueToken(shell, { ...lasting, accountId: wide.id, scopes: ['units.read'] });
    await expect(issueToken(east, { ...lasting, accountId: wide.id, scopes: ['units.read'] })).rejects.toMatchObject({
      code: 'access.wider_hand',
    });
    await expect(rotateToken(east, { tokenId: everywhere.id })).rejects.toMatchObject({ code: 'access.wider_hand' });
    expect(await issueToken(east, { ...lasting, accountId: wide.id, scopes: ['units.read'], unitIds: [units.mill.id] })).toHaveProperty(
      'secret',
    );
    expect((await listTokens(as(house, 'securityAdmin', units.west), page)).items.map(({ staffNo }) => staffNo)).toEqual(['GH41']);
    for (const role of ['systemAdmin', 'auditAdmin', 'hqSafety'] as const) {
      const other = as(house, role, units.root);
      await expect(issueToken(other, { ...lasting, accountId: near.id, scopes: ['units.read'] })).rejects.toMatchObject({
        kind: 'forbidden',
      });
      await expect(listTokens(other, page)).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(revokeToken(other, { tokenId: token.id })).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(rotateToken(other, { tokenId: token.id })).rejects.toMatchObject({ kind: 'forbidden' });
    }
  });
});
