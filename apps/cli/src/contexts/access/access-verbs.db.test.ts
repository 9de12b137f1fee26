import { identify, signIn } from '@changming/application/access';
import type { House } from '@changming/application/context';
import { given, givenAccount, test, testSecrets } from '@changming/application/testing';
import { describe, expect } from 'vitest';

import type { Run, Shell } from '../../verb.ts';
import { accountCreate } from './account-create.ts';
import { accountReset } from './account-reset.ts';
import { tokenCreate } from './token-create.ts';

/** What the verb prints, line by line. */
async function said(house: House, run: Run, ...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  await run({ house, print: (line: string) => void lines.push(line) } as Shell, args);
  return lines;
}

const from = { ip: null, userAgent: null };

describe('from the shell', () => {
  test('an account is made for a 工号, and its slip lets in', async ({ house, database: { owner } }) => {
    const { mill } = await given.group(owner);
    await given.person(owner, mill, { staff_no: 'GH70', name: '李雷' });

    const [line = ''] = await said(house, accountCreate, '--person', 'GH70');
    const [unit, name, login = '', password = ''] = line.split('\t');

    expect([unit, name, login]).toEqual(['东城一厂', '李雷', 'GH70']);
    expect(await signIn(house.stranger(), { login, password, ...from })).toHaveProperty('secret');
    await expect(said(house, accountCreate, '--person', 'GH70')).rejects.toMatchObject({ code: 'access.account_exists' });
    await expect(said(house, accountCreate, '--person', 'GH71')).rejects.toThrow('GH71');
    await expect(said(house, accountCreate)).rejects.toThrow('--person');
  });

  test('an administrator who lost the password gets a new slip', async ({ house, database: { owner } }) => {
    const root = await owner.selectFrom('units').selectAll().where('kind', '=', 'group').executeTakeFirstOrThrow();
    const totp_sealed = testSecrets.seal('JBSWY3DPEHPK3PXP');
    await givenAccount(owner, { role: 'securityAdmin', at: root, over: { login: 'sec', totp_sealed } });

    const [line = ''] = await said(house, accountReset, '--login', 'sec', '--totp');

    const [login = '', password = ''] = line.split('\t');
    expect(await signIn(house.stranger(), { login, password, ...from })).toHaveProperty('secret');
    await expect(said(house, accountReset, '--login', 'sec', '--totp')).rejects.toMatchObject({ code: 'access.totp_missing' });
    expect(
      await owner.selectFrom('trail').select(['verb', 'via', 'account_id']).where('verb', '=', 'access.resetPassword').execute(),
    ).toEqual([{ verb: 'access.resetPassword', via: 'shell', account_id: null }]);
  });

  test('a token is printed once, within what its owner may do', async ({ house, database: { owner } }) => {
    const mill = await owner.selectFrom('units').selectAll().where('kind', '=', 'factory').executeTakeFirstOrThrow();
    await givenAccount(owner, { person: await given.person(owner, mill, { staff_no: 'GH72' }), role: 'safetyOfficer', at: mill });
    const create = (...args: string[]) => said(house, tokenCreate, '--person', 'GH72', ...args);

    const [secret = ''] = await create('--scopes', 'units.read,hazards.read', '--units', mill.code, '--days', '30');

    expect(await identify(house, { by: 'token', secret })).toMatchObject({ actor: { only: ['units.read', 'hazards.read'] } });
    expect(await owner.selectFrom('tokens').select('expires_on').executeTakeFirst()).toEqual({ expires_on: '2026-02-19' });
    await expect(create('--scopes', 'units.create')).rejects.toMatchObject({ code: 'access.scope_not_held' });
    await expect(create('--scopes', 'access.grant')).rejects.toThrow('access.grant');
    await expect(create('--scopes', 'units.read', '--days', '400')).rejects.toMatchObject({ code: 'access.token_too_long' });
    await expect(create('--scopes', 'units.read', '--units', 'NOWHERE')).rejects.toThrow('NOWHERE');
    await expect(create('--scopes', 'units.read', '--days', 'many')).rejects.toThrow('--days');
  });
});
