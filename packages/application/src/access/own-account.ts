import { changePasswordInput, kindOf, type Kind, passwordFaults, type Permission, permissions, scopeOf } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { type AtDoor, door } from '../context.ts';
import { hashPassword, passwordFits } from './hash-password.ts';
import { isStale } from './sign-in.ts';

const nothing = z.strictObject({});

/** The account of the caller, or a refusal when nobody is signed in. */
function ownAccount({ actor }: Pick<AtDoor, 'actor'>): string {
  return actor.accountId ?? refuse('unknown', 'access.not_signed_in');
}

type Behind = { id: string; name: string; staff_no: string | null; unit_id: string; unit_name: string };

/** 本人: who I am, where I may do what. The web greys by this and the API decides by the same grants. */
export const readMe = door({
  name: 'access.readMe',
  input: nothing,
  async run(work) {
    const { tx, actor, now, today, trail } = work;
    const accountId = ownAccount(work);
    const account = await tx
      .selectFrom('accounts')
      .select(['id', 'login', 'must_change_password', 'password_changed_at', 'totp_sealed', 'is_demo'])
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
    const person = (await sql<Behind>`select * from house.person_behind(${accountId})`.execute(tx)).rows[0];
    const units = await sql<{ id: string; name: string; code: string; kind: string }>`
      select id, name, code, kind from house.units_named(${[...new Set(actor.grants.map((grant) => grant.unitId))]})`.execute(tx);
    return trail([], {
      person: person ? { id: person.id, name: person.name, staffNo: person.staff_no, unitId: person.unit_id, unit: person.unit_name } : null,
      account: {
        id: account.id,
        login: account.login,
        mustChangePassword: account.must_change_password || (!account.is_demo && isStale(account.password_changed_at, now)),
        totpEnabled: account.totp_sealed !== null,
      },
      roles: [...new Set(actor.grants.map((grant) => grant.role))],
      units: units.rows,
      permissions: heldBy(work, today),
    });
  },
});

function heldBy({ actor }: Pick<AtDoor, 'actor'>, today: string): { permission: Permission; kind: Kind }[] {
  const held = permissions.filter((permission) => scopeOf(actor, permission, kindOf(permission), today).length > 0);
  return held.map((permission) => ({ permission, kind: kindOf(permission) }));
}

/** Changes the caller's own password; every other session of the account ends. */
export const changePassword = door({
  name: 'access.changePassword',
  input: changePasswordInput.extend({ sessionId: z.uuid().nullable() }),
  async run(work, { current, next, sessionId }) {
    const { tx, now, trail } = work;
    const accountId = ownAccount(work);
    const account = await tx.selectFrom('accounts').selectAll().where('id', '=', accountId).forUpdate().executeTakeFirstOrThrow();
    if (!(await passwordFits(account.password_hash, current))) refuse('invalid', 'access.wrong_credentials');
    const [fault] = passwordFaults(next, account.login === null ? [] : [account.login], 'dengbao');
    if (fault !== undefined) refuse('invalid', 'access.weak_password', { fault });
    const former = [account.password_hash, ...account.former_hashes].slice(0, 5);
    for (const each of former) if (await passwordFits(each, next)) refuse('invalid', 'access.password_reused');
    await tx
      .updateTable('accounts')
      .set({ password_hash: await hashPassword(next), password_changed_at: now, must_change_password: false, former_hashes: former })
      .where('id', '=', accountId)
      .execute();
    await tx
      .updateTable('sessions')
      .set({ revoked_at: now })
      .where('account_id', '=', accountId)
      .where('revoked_at', 'is', null)
      .where('id', 'is distinct from', sessionId)
      .execute();
    return trail({ subjectId: accountId, before: null, after: { passwordChanged: true } }, null);
  },
});

/** 我的登录: where the caller's account is signed in. */
export const listOwnSessions = door({
  name: 'access.listOwnSessions',
  input: nothing,
  async run(work) {
    const rows = await work.tx
      .selectFrom('sessions')
      .select(['id', 'created_at as createdAt', 'seen_at as seenAt', 'from_ip as ip', 'user_agent as userAgent'])
      .where('account_id', '=', ownAccount(work))
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', work.now)
      .orderBy('seen_at', 'desc')
      .limit(100)
      .execute();
    return work.trail([], rows);
  },
});

/** Ends one of the caller's own sessions: signing out is ending the present one. */
export const endOwnSession = door({
  name: 'access.endSession',
  input: z.strictObject({ sessionId: z.uuid() }),
  async run(work, { sessionId }) {
    const accountId = ownAccount(work);
    const ended = await work.tx
      .updateTable('sessions')
      .set({ revoked_at: work.now })
      .where('id', '=', sessionId)
      .where('account_id', '=', accountId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) refuse('missing', 'access.session_not_found');
    return work.trail({ subjectId: accountId, before: { sessionId }, after: null }, null);
  },
});
