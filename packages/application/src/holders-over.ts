import { type Actor, carries, type Grant, type Permission, roles } from '@changming/domain/access';
import { containing } from '@changming/domain/units';
import { sql } from 'kysely';

import { grantedScope } from './permitted.ts';
import type { Reading } from './working.ts';

/** Somebody with an account, and what that person may do where. */
export type Holder = { readonly personId: string } & Pick<Reading, 'may'>;

type Wanted = { readonly permissions: readonly Permission[]; readonly places: readonly number[] };

/** People whose account is open and who hold a role that carries any of these permissions over any of these places. Asked by the clock, which sees all. */
export async function holdersOver({ tx, today }: Pick<Reading, 'tx' | 'today'>, { permissions, places }: Wanted): Promise<Holder[]> {
  const needed = roles.filter((role) => permissions.some((permission) => carries(role, permission)));
  const rows = await tx
    .selectFrom('grants as g')
    .innerJoin('units as u', 'u.id', 'g.unit_id')
    .innerJoin('accounts as a', 'a.id', 'g.account_id')
    .select(['a.person_id as personId', 'g.account_id as accountId', 'g.role', 'g.kind', 'g.unit_id as unitId', 'u.lo', 'u.hi'])
    .select(['g.from_on as from', 'g.to_on as to'])
    .where('g.ended_at', 'is', null)
    .where('a.disabled_at', 'is', null)
    .where('g.role', 'in', needed)
    .where(sql<boolean>`exists (select from unnest(${places}::bigint[]) place where place between u.lo and u.hi)`)
    .execute();
  return [...Map.groupBy(rows, ({ accountId }) => accountId)].flatMap(([accountId, held]) => {
    const [{ personId } = { personId: null }] = held;
    const actor: Actor = { personId, accountId, grants: held.map(({ lo, hi, ...grant }): Grant => ({ ...grant, units: { lo, hi } })) };
    const may: Holder['may'] = (permission, position) => containing(grantedScope(actor, permission, today), position);
    return personId === null ? [] : [{ personId, may }];
  });
}
