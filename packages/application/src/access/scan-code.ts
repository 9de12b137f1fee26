import { randomBytes } from 'node:crypto';

import { scanInput } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { door } from '../context.ts';
import { digest } from '../secrets.ts';
import { deviceBySecret } from './device-secret.ts';
import { openSession, origin } from './open-session.ts';
import { ownAccount } from './own-password.ts';
import { holdsPowerNow } from './sign-in-by-sso.ts';
import { doerOf, enterAccount, mayEnter } from './sign-in-settled.ts';

/** How long a code may be scanned, in milliseconds. */
const scanLife = 2 * 60_000;

/**
 * 扫码登录手机: a code for a QR on the caller's own screen. 256 random bits, good once and for two minutes, and only while the session
 * that shows it lasts; a new one replaces it. Only a session that was opened by a password or by the identity provider, on no shared
 * phone, hands itself on, and never one of an administrator.
 */
export const showScanCode = door({
  name: 'access.showScanCode',
  input: z.strictObject({ sessionId: z.uuid() }),
  async run(work, { sessionId }) {
    const account = await ownAccount(work);
    const session = await work.tx
      .selectFrom('sessions')
      .select(['way', 'device_id'])
      .where('id', '=', sessionId)
      .where('account_id', '=', account.id)
      .executeTakeFirst();
    const trusted = session?.device_id === null && (session.way === 'password' || session.way === 'sso');
    if (!trusted) refuse('forbidden', 'access.scan_not_from_here');
    if (await holdsPowerNow(work, account.id)) refuse('forbidden', 'access.power_by_password');
    if (account.must_change_password && session.way === 'password') refuse('forbidden', 'access.must_change_password');
    const code = randomBytes(32).toString('base64url');
    const until = new Date(work.now.getTime() + scanLife);
    await work.tx
      .updateTable('sessions')
      .set({ scan_hash: digest(code), scan_until: until })
      .where('id', '=', sessionId)
      .execute();
    return work.trail({ subjectId: account.id, unitId: account.unit_id, before: null, after: { scanShown: true } }, { code, until });
  },
});

/** Signs the holder of the scanned code in on the phone that scanned it. A spent, late or ended code is one that nobody has. */
export const signInByScan = door({
  name: 'access.signInByScan',
  input: scanInput.extend({ device: z.string().max(200).nullable(), ...origin }),
  async run(work, { code, device: secret, ...from }) {
    const shown = await work.tx
      .updateTable('sessions')
      .set({ scan_hash: null, scan_until: null })
      .where('scan_hash', '=', digest(code))
      .where('scan_until', '>', work.now)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', work.now)
      .returning(['account_id'])
      .executeTakeFirst();
    if (shown === undefined) refuse('missing', 'access.scan_expired');
    const account = await enterAccount(work, shown.account_id);
    if (account.is_demo && work.production) refuse('missing', 'access.scan_expired');
    if (!(await mayEnter(work.tx, account.id, work.today))) refuse('forbidden', 'access.account_disabled');
    const device = secret === null ? null : await deviceBySecret(work, secret);
    const opening = { accountId: account.id, from, deviceId: device?.id ?? null } as const;
    const signedIn = await openSession(work, { ...opening, way: 'scan', entry: 'phone' });
    const after = { sessionId: signedIn.sessionId, way: 'scan' };
    return work.trail({ subjectId: account.id, unitId: account.unit_id, doer: doerOf(account), before: null, after }, signedIn);
  },
});
