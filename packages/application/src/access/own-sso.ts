import { ownPasswordInput } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { type Caller, door } from '../context.ts';
import { ownAccount, provePassword } from './own-password.ts';
import { accountAtProvider, bind, holdsPowerNow } from './sign-in-by-sso.ts';

const settleBegin = door({
  name: 'access.beginSsoBinding',
  input: z.strictObject({}),
  async run(work) {
    const account = await ownAccount(work);
    if (await holdsPowerNow(work, account.id)) refuse('forbidden', 'access.power_by_password');
    return work.trail([], { accountId: account.id });
  },
});

/** 绑定统一身份, first step, with the own password: may this account be entered through the identity provider? */
export async function beginSsoBinding(caller: Caller, raw: z.input<typeof ownPasswordInput>): Promise<{ accountId: string }> {
  await provePassword(caller, ownPasswordInput.parse(raw).password);
  return settleBegin(caller, {});
}

/**
 * Second step, back from the provider: whoever is signed in there enters as the caller from now on. Refused when that identity is
 * somebody else's, or when another account set out than the one that came back.
 */
export const bindSso = door({
  name: 'access.bindSso',
  input: z.strictObject({ accountId: z.uuid(), issuer: z.string().max(400), subject: z.string().min(1).max(400) }),
  async run(work, { accountId, ...at }) {
    const account = await ownAccount(work);
    if (account.id !== accountId) refuse('unknown', 'access.sso_stale');
    if (await holdsPowerNow(work, account.id)) refuse('forbidden', 'access.power_by_password');
    const found = await accountAtProvider(work, { ...at, staffNo: null });
    if (found !== null && found.id !== account.id) refuse('conflict', 'access.sso_bound_elsewhere');
    await bind(work, account.id, at);
    return work.trail(
      { subjectId: account.id, unitId: account.unit_id, before: { sso: account.sso_subject }, after: { sso: at.subject } },
      null,
    );
  },
});

const drop = door({
  name: 'access.unbindSso',
  input: z.strictObject({}),
  async run(work) {
    const account = await ownAccount(work);
    if (account.sso_subject === null) refuse('conflict', 'access.sso_not_bound');
    await work.tx.updateTable('accounts').set({ sso_issuer: null, sso_subject: null }).where('id', '=', account.id).execute();
    return work.trail({ subjectId: account.id, unitId: account.unit_id, before: { sso: account.sso_subject }, after: { sso: null } }, null);
  },
});

/** 解除统一身份, with the own password. */
export async function unbindSso(caller: Caller, raw: z.input<typeof ownPasswordInput>): Promise<null> {
  await provePassword(caller, ownPasswordInput.parse(raw).password);
  return drop(caller, {});
}
