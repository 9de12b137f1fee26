import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { type AtDoor, door } from '../context.ts';
import { digest } from '../secrets.ts';
import { enterAccount } from './sign-in-settled.ts';

const words = z.string().max(400);
const input = z.strictObject({ issuer: words, subject: words.nullable(), sid: words.nullable(), jti: words });
type Given = z.output<typeof input>;

/**
 * 后台登出: ends what the provider opened here and has now ended there, that session or all of the person. A session of whose number at the
 * provider nothing is known ends too. Sessions opened by the password or a scan are not the provider's. A notice heard before is refused.
 */
export const signOutBySso = door({
  name: 'access.signOutBySso',
  input,
  async run(work, given) {
    if (!(await isNew(work, given))) refuse('invalid', 'access.sso_logout_refused');
    const accountId = await accountOf(work, given);
    if (accountId === null) return work.trail([], { ended: 0 });
    const account = await enterAccount(work, accountId);
    const ended = await endThose(work, accountId, given);
    const told = { subjectId: account.id, unitId: account.unit_id, before: { sessions: ended }, after: { sessions: 0 } };
    return work.trail(ended === 0 ? [] : told, { ended });
  },
});

async function isNew({ tx, now }: AtDoor, { issuer, jti }: Given): Promise<boolean> {
  const { rows } = await sql<{ fresh: boolean }>`select house.hear_sso_logout(${digest(`${issuer} ${jti}`)}, ${now}) as fresh`.execute(tx);
  return rows[0]?.fresh ?? false;
}

async function accountOf({ tx }: AtDoor, { issuer, subject, sid }: Given): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from house.account_by_sso_logout(${issuer}, ${subject}, ${sid})`.execute(tx);
  return rows[0]?.id ?? null;
}

async function endThose({ tx, now }: AtDoor, accountId: string, { sid }: Given): Promise<number> {
  const ended = await tx
    .updateTable('sessions')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('way', '=', 'sso')
    .where('revoked_at', 'is', null)
    .$if(sid !== null, (each) => each.where((eb) => eb.or([eb('sso_sid', '=', sid), eb('sso_sid', 'is', null)])))
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}
