import { deviceName } from '@changming/domain/access';
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
    /** 登录会话: on what device, and when it was begun there. */
    signIn: named('sessions', {
      permission: 'access.readAccounts',
      name: 'user_agent',
      said: deviceName,
      no: sql`to_char(r.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`,
      at: sql`a.unit_pos`,
      beside: sql`join accounts a on a.id = r.account_id`,
    }),
    device: named('shared_devices', { permission: 'access.pairDevices', name: 'name', at: 'unit_pos' }),
  },
  nameless: ['access_settings', 'assignments', 'grants', 'sign_in_attempts'],
};
