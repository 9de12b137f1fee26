import { findAccount, operator, removeTotp, resetPassword } from '@changming/application/access';
import { parseArgs } from 'node:util';

import { Misuse, type Run } from '../../verb.ts';

/** `cm account reset --login secadmin [--totp]`: the way back for an administrator, whose password and authenticator nobody takes away through the product. */
export const accountReset: Run = async ({ house, print }, args) => {
  const { values } = parseArgs({
    args: [...args],
    options: { login: { type: 'string' }, totp: { type: 'boolean', default: false }, reason: { type: 'string', default: '命令行重置' } },
  });
  if (values.login === undefined) throw new Misuse('请用 --login 给出账号或工号');
  const caller = house.callerFor(operator('systemAdmin'));
  const { id: accountId } = await findAccount(caller, { login: values.login });
  if (values.totp) await removeTotp(caller, { accountId, reason: values.reason });
  const { login, password, validUntil } = await resetPassword(caller, { accountId, reason: values.reason });
  print(`${login}\t${password}\t${validUntil} 前有效`);
};
