import {
  type Grant,
  grantsThrough,
  isStale,
  machinePermissions,
  mustEnrolTotp,
  type PasswordProfile,
  type Permission,
  type SignInWay,
} from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { sql } from 'kysely';
import { z } from 'zod';

import { type Actor, glance, type House, type Looking } from '../context.ts';
import { digest } from '../secrets.ts';
import { sessionLimits } from './open-session.ts';

export type Credentials = { readonly by: 'session' | 'token'; readonly secret: string };

/** What the holder must do before anything else opens. */
type Owed = { readonly mustChangePassword: boolean; readonly mustEnrolTotp: boolean };

/** `way` is how the session was opened; null for a token. */
export type Identified = Owed & { readonly actor: Actor; readonly sessionId: string | null; readonly way: SignInWay | null };

const credentials = z.strictObject({ by: z.enum(['session', 'token']), secret: z.string().min(20).max(200) });

/** How seldom the last use is written down. */
const noted = 60_000;

/** Who presents these credentials. Refused with `access.not_signed_in` when nobody does any more. */
const findOut = glance({
  async run(looking, given: Credentials) {
    const { by, secret } = credentials.parse(given);
    return by === 'session' ? bySession(looking, secret) : byToken(looking, secret);
  },
});

export function identify(house: House, given: Credentials): Promise<Identified> {
  return findOut(house.stranger(), given);
}

type SessionKnown = {
  id: string;
  account_id: string;
  person_id: string | null;
  seen_at: Date;
  expires_at: Date;
  shared: boolean;
  way: SignInWay;
  must_change: boolean;
  changed_at: Date;
  is_demo: boolean;
  totp: boolean;
  grants: Grant[];
  profile: PasswordProfile;
};

async function bySession({ ask, now, today, production }: Looking, secret: string): Promise<Identified> {
  const [session] = await ask(sql<SessionKnown>`select * from house.session_known(${digest(secret)}, ${today}::date)`);
  if (session === undefined || isOver(session, now) || (session.is_demo && production)) refuse('unknown', 'access.not_signed_in');
  await noteUse(ask, session, now);
  const grants = grantsThrough(session, session.grants);
  const actor = { accountId: session.account_id, personId: session.person_id, grants };
  const { id: sessionId, way, is_demo: isDemo, totp } = session;
  return {
    actor,
    sessionId,
    way,
    mustChangePassword: mustChange(session, now),
    mustEnrolTotp: mustEnrolTotp({ isDemo, totp }, grants, today),
  };
}

async function noteUse(ask: Looking['ask'], { id, seen_at }: SessionKnown, now: Date): Promise<void> {
  if (now.getTime() - seen_at.getTime() > noted) await ask(sql`update sessions set seen_at = ${now} where id = ${id}`);
}

/** Whoever signs in without the password does not use it, so its age is no matter; by 统一身份 there may never be one. */
function mustChange({ must_change, is_demo, way, changed_at, profile }: SessionKnown, now: Date): boolean {
  if (way === 'sso') return false;
  return must_change || (!is_demo && way === 'password' && isStale(changed_at, now, profile));
}

function isOver({ shared, seen_at, expires_at }: SessionKnown, now: Date): boolean {
  const { idle } = sessionLimits[shared ? 'shared' : 'own'];
  return expires_at <= now || now.getTime() - seen_at.getTime() >= idle;
}

type TokenKnown = {
  id: string;
  account_id: string;
  person_id: string | null;
  scopes: Permission[];
  narrowed: boolean;
  ranges: UnitRange[];
  expires_on: string;
  used_at: Date | null;
  is_demo: boolean;
  grants: Grant[];
};

async function byToken({ ask, now, today, production }: Looking, secret: string): Promise<Identified> {
  const [token] = await ask(sql<TokenKnown>`select * from house.token_known(${digest(secret)}, ${today}::date)`);
  if (token === undefined || (token.is_demo && production)) refuse('unknown', 'access.not_signed_in');
  if (token.expires_on < today) refuse('unknown', 'access.token_expired');
  await noteTokenUse(ask, token, now);
  const grants = token.narrowed ? narrowed(token.grants, token.ranges) : token.grants;
  const actor = {
    accountId: token.account_id,
    personId: token.person_id,
    grants,
    only: token.scopes.filter((scope) => machinePermissions.includes(scope)),
  };
  return { actor, sessionId: null, way: null, mustChangePassword: false, mustEnrolTotp: false };
}

async function noteTokenUse(ask: Looking['ask'], { id, used_at }: TokenKnown, now: Date): Promise<void> {
  if (used_at !== null && now.getTime() - used_at.getTime() <= noted) return;
  await ask(sql`update tokens set used_at = ${now} where id = ${id}`);
}

/** A token that names units reaches only what lies both inside them and inside its owner's grants. */
function narrowed(grants: readonly Grant[], ranges: readonly UnitRange[]): Grant[] {
  return grants.flatMap((grant) => {
    const { lo, hi } = grant.units;
    const inside = ranges.filter((range) => range.lo <= hi && lo <= range.hi);
    return inside.map((range) => ({ ...grant, units: { lo: Math.max(lo, range.lo), hi: Math.min(hi, range.hi) } }));
  });
}
