import { sql } from 'kysely';

import { named, type NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'access'> = {
  records: {
    account: named('accounts', {
      permission: 'access.readAccounts',
      name: sql`coalesce(p.name, r.login)`,
      no: sql`p.staff_no`,
      at: 'unit_pos',
      beside: sql`left join persons p on p.id = r.person_id`,
    }),
    token: named('tokens', {
      permission: 'access.manageTokens',
      name: 'name',
      no: 'prefix',
      at: sql`a.unit_pos`,
      beside: sql`join accounts a on a.id = r.account_id`,
    }),
    device: named('shared_devices', { permission: 'access.pairDevices', name: 'name', at: 'unit_pos' }),
  },
  nameless: ['access_settings', 'assignments', 'grants', 'sessions', 'sign_in_attempts'],
};
