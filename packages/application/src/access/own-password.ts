import {
  type AccessRefusal,
  changePasswordInput,
  type PasswordFault,
  type PasswordProfile,
  passwordFaults,
  passwordProfiles,
} from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { type AtDoor, type Caller, door } from '../context.ts';
import { hashPassword, passwordFits } from './hash-password.ts';
import { passwordProfileOf } from './settings.ts';
import { type Account, countFor, enterAccount, isLocked, locked, type Objection, wrong } from './sign-in-settled.ts';

/** The account of the caller, or a refusal when nobody is signed in. */
export async function ownAccount(work: AtDoor): Promise<Account> {
  return enterAccount(work, work.actor.accountId ?? refuse('unknown', 'access.not_signed_in'));
}

const look = door({
  name: 'access.lookAtOwnPassword',
  input: z.strictObject({}),
  async run(work) {
    const account = await ownAccount(work);
    if (await isLocked(work, account, 'password')) refuse(...locked);
    const { rows } = { rows: await work.tx.selectFrom('persons').select('staff_no').where('id', '=', account.person_id).execute() };
    const logins = [account.login, rows[0]?.staff_no ?? null].filter((each) => each !== null);
    const { password_hash: hashed, former_hashes: former } = account;
    return work.trail([], { accountId: account.id, hashed, former, logins, profile: await passwordProfileOf(work.tx) });
  },
});

const settle = door({
  name: 'access.provePassword',
  input: z.strictObject({ right: z.boolean() }),
  async run(work, { right }) {
    const account = await ownAccount(work);
    await countFor(work, account, { way: 'password', login: '', ip: null, right });
    const refusal: Objection | null = right ? null : ['invalid', wrong[1]];
    return work.trail<Objection | null>(
      right ? [] : { subjectId: account.id, unitId: account.unit_id, before: null, after: { refused: wrong[1] } },
      refusal,
    );
  },
});

/**
 * Who changes how an account is entered proves its password first: a found phone is not enough. Wrong ones count towards the lock.
 * Hashing happens between two transactions and holds neither.
 */
export async function provePassword(caller: Caller, password: string) {
  const known = await look(caller, {});
  const refusal = await settle(caller, { right: await passwordFits(known.hashed, password, known.accountId) });
  return refusal === null ? known : refuse(...refusal);
}

const save = door({
  name: 'access.changePassword',
  input: z.strictObject({ proven: z.string(), hashed: z.string(), former: z.array(z.string()), sessionId: z.uuid().nullable() }),
  async run(work, { proven, hashed, former, sessionId }) {
    const { tx, now, trail } = work;
    const account = await ownAccount(work);
    if (account.password_hash !== proven) refuse('conflict', 'request.stale');
    const fresh = {
      password_hash: hashed,
      password_changed_at: now,
      password_until: null,
      must_change_password: false,
      former_hashes: former,
    };
    await tx.updateTable('accounts').set(fresh).where('id', '=', account.id).execute();
    await tx
      .updateTable('sessions')
      .set({ revoked_at: now })
      .where('account_id', '=', account.id)
      .where('revoked_at', 'is', null)
      .where('id', 'is distinct from', sessionId)
      .execute();
    return trail({ subjectId: account.id, unitId: account.unit_id, before: null, after: { passwordChanged: true } }, null);
  },
});

const input = changePasswordInput.extend({ sessionId: z.uuid().nullable() });

/**
 * Changes the caller's own password; every other session of the account ends. Refused for a wrong present one, a weak new one, and one
 * that was used before as far back as the rules remember.
 */
export async function changePassword(caller: Caller, raw: z.input<typeof input>): Promise<null> {
  const { current, next, sessionId } = input.parse(raw);
  const { accountId, hashed, former, logins, profile } = await provePassword(caller, current);
  const [fault] = passwordFaults(next, logins, profile);
  if (fault !== undefined) refuse('invalid', refusalOf(fault, profile), { fault });
  const remembered = [hashed, ...former].slice(0, Math.max(1, passwordProfiles[profile].remembered));
  for (const each of remembered) if (await passwordFits(each, next, accountId)) refuse('invalid', 'access.password_reused');
  return save(caller, { proven: hashed, hashed: await hashPassword(next), former: remembered, sessionId });
}

/** A password that keeps every rule told and is still too common hears just that. */
function refusalOf(fault: PasswordFault, profile: PasswordProfile): AccessRefusal {
  if (fault === 'too_common') return 'access.common_password';
  return profile === 'asvs' ? 'access.weak_passphrase' : 'access.weak_password';
}
