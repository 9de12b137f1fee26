import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { query } from '../context.ts';

/** The account in the caller's branch that signs in as this login or 工号: people at a shell know no ids. */
export const findAccount = query({
  permission: 'access.readAccounts',
  async run({ tx, scope }, { login }: { login: string }) {
    const found = await tx
      .selectFrom('accounts as a')
      .select('a.id')
      .where('a.id', '=', sql<string>`(select id from house.account_by_login(${login}, null))`)
      .where((eb) => within(eb.ref('a.unit_pos'), scope))
      .executeTakeFirst();
    return found ?? refuse('missing', 'access.account_not_found', { login });
  },
});

/** The persons in the caller's branch with these 工号. */
export const findPersons = query({
  permission: 'access.readAccounts',
  run: ({ tx, scope }, { staffNos }: { staffNos: readonly string[] }) =>
    tx
      .selectFrom('persons')
      .select(['id', 'staff_no as staffNo'])
      .where('staff_no', 'in', staffNos)
      .where((eb) => within(eb.ref('unit_pos'), scope))
      .execute(),
});

/** The units in the caller's branch with these codes. */
export const findUnits = query({
  permission: 'access.readAccounts',
  run: ({ tx, scope }, { codes }: { codes: readonly string[] }) =>
    tx
      .selectFrom('units')
      .select(['id', 'code'])
      .where('code', 'in', codes)
      .where((eb) => within(eb.ref('lo'), scope))
      .execute(),
});
