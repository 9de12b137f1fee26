import { isAdministrator } from '@changming/domain/access';

import type { Me } from '../../api/me.ts';
import type { Account } from './accounts-queries.ts';

/** What an account is called: by its person, or by its login when nobody in particular stands behind it. */
export function accountName({ name, login, staffNo }: Pick<Account, 'name' | 'login' | 'staffNo'>): string {
  return name ?? login ?? staffNo ?? '—';
}

/** What one signs in with: the 工号, or the login of an account without one. */
export function accountLogin({ login, staffNo }: Pick<Account, 'login' | 'staffNo'>): string {
  return staffNo ?? login ?? '—';
}

/** Why this administrator may not act on that account, as the API would answer; null when he may. */
export function objectionToActOn(account: Account, me: Me): 'access.own_account' | 'access.other_power' | null {
  if (account.id === me.account.id) return 'access.own_account';
  return account.roles.some((role) => isAdministrator(role) && !me.roles.includes(role)) ? 'access.other_power' : null;
}
