import { addDays, refuse } from '../kernel/index.ts';
import { type Actor, scopeOf } from './grants.ts';
import { kindOf, matrix, type Permission, permissions } from './matrix.ts';
import { administrators, type Role } from './roles.ts';

/** A token is renewed at least once a year. */
export const maxTokenDays = 365;

/**
 * What a token may name at all. The powers of the three administrators stay out: whoever issued such a token would hold a second power
 * through its secret.
 */
export const machinePermissions: readonly Permission[] = permissions.filter((permission) => {
  const { roles }: { readonly roles: readonly Role[] } = matrix[permission];
  return roles.some((role) => !(administrators as readonly Role[]).includes(role) && role !== 'clockwork');
});

type Wanted = { readonly scopes: readonly Permission[]; readonly expiresOn: string };

/** Refuses a token that lives too long, names a power, or names what its owner may do nowhere today. */
export function refuseToken({ scopes, expiresOn }: Wanted, owner: Actor, today: string): void {
  if (expiresOn < today || expiresOn > addDays(today, maxTokenDays)) refuse('invalid', 'access.token_too_long', { expiresOn });
  for (const permission of scopes) {
    if (!machinePermissions.includes(permission)) refuse('invalid', 'access.scope_of_power', { permission });
    if (scopeOf(owner, permission, kindOf(permission), today).length === 0) refuse('invalid', 'access.scope_not_held', { permission });
  }
}
