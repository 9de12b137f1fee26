import { expect, test } from 'vitest';

import type { Me } from '../../api/me.ts';
import { accountName, objectionToActOn } from './account-words.ts';
import type { Account } from './accounts-queries.ts';

const me = { account: { id: 'mine' }, roles: ['systemAdmin'] } as unknown as Me;
const accountOf = (roles: Account['roles'], id = 'theirs') => ({ id, roles }) as unknown as Account;

test('an account without a person goes by its login', () => {
  expect(accountName({ name: null, staffNo: null, login: 'sysadmin' })).toBe('sysadmin');
});

test('nobody resets, disables or unlocks his own account', () => {
  expect(objectionToActOn(accountOf(['systemAdmin'], 'mine'), me)).toBe('access.own_account');
});

test('the account of another administrator is out of reach, that of a colleague of the same power is not', () => {
  expect(objectionToActOn(accountOf(['securityAdmin']), me)).toBe('access.other_power');
  expect(objectionToActOn(accountOf(['systemAdmin']), me)).toBeNull();
});

test('accounts of the trade are open to the system administrator', () => {
  expect(objectionToActOn(accountOf(['hqSafety', 'unitHead']), me)).toBeNull();
});
