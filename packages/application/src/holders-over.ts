import { type Actor, carries, type Grant, type Permission, roles } from '@changming/domain/access';
import { containing, type UnitRange } from '@changming/domain/units';
import { sql } from 'kysely';

import { grantedScope } from './permitted.ts';
import type { Reading } from './working.ts';

/** Somebody with an account, and what that person may do where. */
export type Holder = { readonly personId: string } & Pick<Reading, 'may'>;

type Wanted = { readonly permissions: readonly Permission[]; readonly places: readonly number[]; readonly among?: readonly string[] };

type Row = Omit<Grant, 'units'> & UnitRange & { readonly personId: string | null; readonly accountId: string };

/**
 * People whose account is open and who hold a role that carries any of these permissions over any of these places, by the grants within the
 * reader's sight. The clock sees all of them. `among`: only these persons.
 */
export async function holdersOver({ tx, today }: Pick<Reading, 'tx' | 'today'>, { permissions, places, among }: Wanted): Promise<Holder[]> {
  const needed = roles.filter((role) => permissions.some((permission) => carries(role, permission)));
  const { rows } = await sql<Row>`
    select person_id as "personId", account_id as "accountId", role, kind, unit_id as "unitId", lo, hi, from_on as "from", to_on as "to"
    from house.holders_over(${needed}::text[], ${places}::bigint[])
    ${among === undefined ? sql`` : sql`where person_id = any(${[...among]}::uuid[])`}`.execute(tx);
  return [...Map.groupBy(rows, ({ accountId }) => accountId)].flatMap(([accountId, held]) => {
    const [{ personId } = { personId: null }] = held;
    const actor: Actor = { personId, accountId, grants: held.map(({ lo, hi, ...grant }): Grant => ({ ...grant, units: { lo, hi } })) };
    const may: Holder['may'] = (permission, position) => containing(grantedScope(actor, permission, today), position);
    return personId === null ? [] : [{ personId, may }];
  });
}
