import { toPage, when, within } from '@changming/database';
import type { grantFilter } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';
import type { z } from 'zod';

import { query, type Reading } from '../context.ts';
import { unitInScope } from '../units/index.ts';

type Filter = z.output<typeof grantFilter>;

/** 授权: of an account, or of a unit (`withBelow`: 含下级), or of the whole branch; in the order of the tree, those nobody ended; of an account the `past` too. */
export const listGrants = query({
  permission: 'access.readAccounts',
  async run(work: Reading, { accountId, unitId, below, withBelow = below, past, after, limit }: Filter) {
    const unit = unitId === undefined ? undefined : await unitInScope(work.tx, work.scope, unitId);
    if (accountId !== undefined) await refuseUnseen(work, accountId);
    const rows = await grantsIn(work)
      .where((eb) =>
        eb.and([
          ...when(accountId, (id) => eb('g.account_id', '=', id)),
          ...(past === true && accountId !== undefined ? [] : [eb('g.ended_at', 'is', null)]),
          ...when(unit, ({ lo, hi }) => eb.between('g.unit_pos', lo, withBelow === true ? hi : lo)),
          ...when(after, ([position, id]) => eb(eb.refTuple('g.unit_pos', 'g.id'), '>', eb.tuple(position, id))),
        ]),
      )
      .orderBy('g.unit_pos')
      .orderBy('g.id')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, (row) => `${row.unitPos}~${row.id}`, told);
  },
});

function told(row: Awaited<ReturnType<ReturnType<typeof grantsIn>['execute']>>[number]) {
  const { unitPos: _, ...grant } = row;
  return grant;
}

async function refuseUnseen({ tx, scope }: Reading, accountId: string): Promise<void> {
  const account = await tx
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', accountId)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  if (account === undefined) refuse('missing', 'access.account_not_found', { id: accountId });
}

/** The holder is named when the account lies in the branch too; a holder from outside shows as an account without a name. */
function grantsIn({ tx, scope, today }: Reading) {
  return tx
    .selectFrom('grants as g')
    .innerJoin('units as u', 'u.id', 'g.unit_id')
    .leftJoin('accounts as a', (join) => join.onRef('a.id', '=', 'g.account_id').on((eb) => within(eb.ref('a.unit_pos'), scope)))
    .leftJoin('persons as p', 'p.id', 'a.person_id')
    .select(['g.id', 'g.account_id as accountId', 'g.role', 'g.kind', 'g.unit_id as unitId', 'u.name as unit', 'g.unit_pos as unitPos'])
    .select(['g.from_on as from', 'g.to_on as to', 'g.granted_at as grantedAt', 'p.name', 'p.staff_no as staffNo', 'a.login'])
    .select('g.ended_at as endedAt')
    .select(sql<boolean>`g.ended_at is null and g.from_on <= ${today} and (g.to_on is null or g.to_on >= ${today})`.as('inForce'))
    .where((eb) => within(eb.ref('g.unit_pos'), scope));
}
