import { sessionLimits } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { door } from '../context.ts';
import { ownAccount } from './own-password.ts';
import { passwordProfileOf } from './settings.ts';

/**
 * 离线密钥: what this phone locks the caller's queue with, the same at every sign-in of this account on this phone and another on every
 * other phone. It is derived, so there is no row that could be stolen or lost; a change of the password does not change it. `idle` and
 * `rest` say, in milliseconds, when the session would end: the phone lets go of the key then.
 */
export const releasePhoneKey = door({
  name: 'access.releasePhoneKey',
  input: z.strictObject({ phoneId: z.uuid(), sessionId: z.uuid().nullable() }),
  async run(work, { phoneId, sessionId }) {
    const { id } = await ownAccount(work);
    const session = await work.tx
      .selectFrom('sessions')
      .select(['expires_at', 'device_id', 'entry'])
      .where('id', '=', sessionId ?? refuse('forbidden', 'access.session_only'))
      .executeTakeFirstOrThrow();
    const begun = { entry: session.entry, shared: session.device_id !== null };
    const { idle } = sessionLimits(begun, await passwordProfileOf(work.tx));
    const rest = Math.max(0, session.expires_at.getTime() - work.now.getTime());
    return work.trail([], { key: work.secrets.index('phoneKey', `${id} ${phoneId}`).toString('base64'), idle, rest });
  },
});
