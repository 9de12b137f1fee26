import { type Grant, machinePermissions, type Permission, type SignInWay } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { sql } from 'kysely';
import { z } from 'zod';

import { type Actor, glance, type House, type Looking } from '../context.ts';
import type { Presumed } from '../presumption.ts';
import { digest } from '../secrets.ts';
import { sessionAsked, type SessionKnown, sessionToldAgain, standingOf } from './session-known.ts';

/** `idle`: how many seconds ago the person last touched the page that asks by itself; none when somebody asks. */
export type Credentials = { readonly by: 'session' | 'token'; readonly secret: string; readonly idle?: number };

/** What the holder must do before anything else opens. */
type Owed = { readonly mustChangePassword: boolean; readonly mustEnrolTotp: boolean };

/** `way` is how the session was opened; null for a token. */
export type Identified = Owed & { readonly actor: Actor; readonly sessionId: string | null; readonly way: SignInWay | null };

const credentials = z.strictObject({
  by: z.enum(['session', 'token']),
  secret: z.string().min(20).max(200),
  idle: z.int().min(0).default(0),
});

/** How seldom the last use is written down. */
const noted = 60_000;

/** Who presents these credentials. Refused when nobody does any more; nobody learns whether a token that holds no longer was ever issued. */
const findOut = glance({
  async run(looking, given: Credentials) {
    const { by, secret, idle } = credentials.parse(given);
    return by === 'session' ? bySession(looking, secret, idle) : byToken(looking, secret);
  },
});

export async function identify(house: House, given: Credentials): Promise<Identified> {
  const { session, ...identified } = await findOut(house.stranger(), given);
  const seen = recent.get(house) ?? new Map<string, SessionKnown>();
  recent.set(house, seen);
  if (session === null) return identified;
  if (seen.size >= mostRecent) seen.clear();
  seen.set(keyOf(given.secret), session);
  return identified;
}

/** By house, the sessions that were seen last, as the database told them. */
const recent = new WeakMap<House, Map<string, SessionKnown>>();
const mostRecent = 5000;

/**
 * Who presented them a moment ago, for a verb that asks in its own message whether that still holds; null when it must be found out.
 * What somebody still owed then is never presumed: it may have been done since.
 */
export function presume(house: House, given: Credentials): (Identified & { readonly presumed: Presumed }) | null {
  const { clock } = house;
  const looking = { now: clock.now(), today: clock.today() };
  const key = keyOf(given.secret);
  const session = given.by === 'session' ? recent.get(house)?.get(key) : undefined;
  if (session === undefined || isToBeNoted(session, looking.now)) return null;
  const standing = standingOf(session, looking);
  if (standing === null || standing.mustChangePassword || standing.mustEnrolTotp) return null;
  const anew = async () => {
    const { actor, ...owed } = await identify(house, given);
    if (owed.mustChangePassword) refuse('forbidden', 'access.must_change_password');
    if (owed.mustEnrolTotp) refuse('forbidden', 'access.must_enrol_totp');
    return actor;
  };
  const holds = ([row]: readonly unknown[]) => (row as { told: string } | undefined)?.told === session.told;
  return { ...standing, presumed: { statement: sessionToldAgain(key, looking.today), holds, anew } };
}

function keyOf(secret: string): string {
  return digest(secret).toString('hex');
}

/** A page that asks by itself is no use of the session: the person's last touch is, and of several pages the latest. */
async function bySession({ ask, now, today, production }: Looking, secret: string, idle: number) {
  const [session] = await ask<SessionKnown>(sessionAsked(keyOf(secret), today));
  const standing = session === undefined ? null : standingOf(session, { now, today });
  if (session === undefined || standing === null || (session.is_demo && production)) refuse('unknown', 'access.not_signed_in');
  const unchanged = !(await noteUse(ask, session, new Date(now.getTime() - idle * 1000)));
  return { ...standing, session: unchanged ? session : null };
}

function isToBeNoted({ seen_at }: SessionKnown, used: Date): boolean {
  return used.getTime() - seen_at.getTime() > noted;
}

async function noteUse(ask: Looking['ask'], session: SessionKnown, used: Date): Promise<boolean> {
  const due = isToBeNoted(session, used);
  if (due) await ask(sql`update sessions set seen_at = ${used} where id = ${session.id} and seen_at < ${used}`);
  return due;
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

async function byToken({ ask, now, today, production }: Looking, secret: string) {
  const [token] = await ask(sql<TokenKnown>`select * from house.token_known(${digest(secret)}, ${today}::date)`);
  if (token === undefined || (token.is_demo && production)) refuse('unknown', 'access.token_invalid');
  if (token.expires_on < today) refuse('unknown', 'access.token_expired');
  await noteTokenUse(ask, token, now);
  const grants = token.narrowed ? narrowed(token.grants, token.ranges) : token.grants;
  const actor = {
    accountId: token.account_id,
    personId: token.person_id,
    grants,
    only: token.scopes.filter((scope) => machinePermissions.includes(scope)),
  };
  return { actor, sessionId: null, way: null, mustChangePassword: false, mustEnrolTotp: false, session: null };
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
