import { carries, kindOf, machinePermissions, type Permission } from '@changming/domain/access';

import type { Grant } from './grants-queries.ts';

/** What a token of the holder of these grants may name, by context in the order of the matrix. */
export function tokenScopesOf(grants: readonly Grant[]): readonly (readonly [context: string, permissions: readonly Permission[]])[] {
  const present = grants.filter(({ inForce }) => inForce);
  const held = machinePermissions.filter((permission) =>
    present.some(({ role, kind }) => kind === kindOf(permission) && carries(role, permission)),
  );
  return byContext(held);
}

export function byContext<Name extends string>(permissions: readonly Name[]): (readonly [string, readonly Name[]])[] {
  return [...Map.groupBy(permissions, (permission) => permission.slice(0, permission.indexOf('.')))];
}
