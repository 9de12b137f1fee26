import { isUnused, kindOf, type Kind, type Permission, permissions, scopeOf, signInWays } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { type AtDoor, door } from '../context.ts';
import { endSessions } from './end-sessions.ts';
import { ownAccount } from './own-password.ts';
import { passwordProfileOf } from './settings.ts';

type Behind = { id: string; name: string; staff_no: string | null; unit_id: string; unit_name: string };

/** 本人: who I am, where I may do what. The web greys by this and the API decides by the same grants. */
export const readMe = door({
  name: 'access.readMe',
  /** What the credentials presented ask for first, and how they were opened: `identify` says so. */
  input: z.strictObject({
    mustChangePassword: z.boolean().default(false),
    mustEnrolTotp: z.boolean().default(false),
    way: z.enum(signInWays).nullable().default(null),
  }),
  async run(work, { mustChangePassword, mustEnrolTotp, way }) {
    const { tx, actor, today, trail } = work;
    const account = await ownAccount(work);
    const person = (await sql<Behind>`select * from house.person_behind(${account.id})`.execute(tx)).rows[0];
    const units = await sql<{ id: string; name: string; code: string; kind: string }>`
      select id, name, code, kind from house.units_named(${[...new Set(actor.grants.map((grant) => grant.unitId))]})`.execute(tx);
    return trail([], {
      person: person
        ? { id: person.id, name: person.name, staffNo: person.staff_no, unitId: person.unit_id, unit: person.unit_name }
        : null,
      account: {
        id: account.id,
        login: account.login,
        mustChangePassword,
        mustEnrolTotp,
        way,
        totpEnabled: account.totp_sealed !== null,
        recoveryCodes: account.recovery_hashes.length,
        pinSet: account.pin_hash !== null,
        ssoBound: account.sso_subject !== null,
        passwordProfile: await passwordProfileOf(tx),
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

/** 我的登录: where the caller's account is signed in. A session that nobody has used for too long is over, though its row still stands. */
export const listOwnSessions = door({
  name: 'access.listOwnSessions',
  input: z.strictObject({}),
  async run(work) {
    const account = await ownAccount(work);
    const rows = await work.tx
      .selectFrom('sessions')
      .select(['id', 'created_at as createdAt', 'seen_at as seenAt', 'from_ip as ip', 'user_agent as userAgent'])
      .select(['way', 'entry', sql<boolean>`device_id is not null`.as('shared')])
      .where('account_id', '=', account.id)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', work.now)
      .orderBy('seen_at', 'desc')
      .limit(100)
      .execute();
    const profile = await passwordProfileOf(work.tx);
    return work.trail(
      [],
      rows.filter((row) => !isUnused(row, profile, work.now)),
    );
  },
});

/** 全部退出: ends every session of the caller's account but the one he speaks through; how many of them lived. */
export const endOtherSessions = door({
  name: 'access.endOtherSessions',
  input: z.strictObject({ sessionId: z.uuid().nullable() }),
  async run(work, { sessionId }) {
    const account = await ownAccount(work);
    const ended = await endSessions(work, account.id, sessionId);
    return work.trail({ subjectId: account.id, unitId: account.unit_id, before: { sessions: ended }, after: { sessions: 0 } }, { ended });
  },
});

/** Ends one of the caller's own sessions: signing out is ending the present one. */
export const endOwnSession = door({
  name: 'access.endSession',
  input: z.strictObject({ sessionId: z.uuid() }),
  async run(work, { sessionId }) {
    const account = await ownAccount(work);
    const ended = await work.tx
      .updateTable('sessions')
      .set({ revoked_at: work.now })
      .where('id', '=', sessionId)
      .where('account_id', '=', account.id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) refuse('missing', 'access.session_not_found');
    return work.trail({ subjectId: account.id, unitId: account.unit_id, before: { sessionId }, after: null }, null);
  },
});
