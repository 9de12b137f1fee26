import { blueprint, compiledOnce, type Slots } from '@changming/database';
import {
  type Grant,
  grantsThrough,
  isStale,
  isUnused,
  mustEnrolTotp,
  type PasswordProfile,
  type SessionEntry,
  type SignInWay,
} from '@changming/domain/access';
import { sql } from 'kysely';

import type { Looking } from '../context.ts';

/** What stands behind a session's secret, and the same as one text by which a later answer is compared with this one. */
export type SessionKnown = {
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
  entry: SessionEntry;
  told: string;
};

/** The hash in hexadecimal: the secret itself goes nowhere. */
type Presented = { readonly secretHash: string; readonly today: string };

function known({ secretHash, today }: Slots<Presented>) {
  return sql<SessionKnown>`house.session_known(decode(${secretHash}, 'hex'), ${today}::date)`.as('known');
}

const wholeQuery = compiledOnce((_, given: Slots<Presented>) =>
  blueprint
    .selectFrom(known(given))
    .selectAll()
    .select([sql<SessionEntry>`(select entry from sessions s where s.id = known.id)`.as('entry'), sql<string>`known::text`.as('told')]),
);
const toldQuery = compiledOnce((_, given: Slots<Presented>) =>
  blueprint.selectFrom(known(given)).select(sql<string>`known::text`.as('told')),
);

/** Asks for what stands behind the secret of this hash. */
export function sessionAsked(secretHash: string, today: string) {
  return wholeQuery({ ranges: [], given: { secretHash, today }, fixed: {} });
}

/** Asks for its text alone. */
export function sessionToldAgain(secretHash: string, today: string) {
  return toldQuery({ ranges: [], given: { secretHash, today }, fixed: {} });
}

/** Who that is now; null when the session is over. */
export function standingOf(session: SessionKnown, { now, today }: Pick<Looking, 'now' | 'today'>) {
  if (isOver(session, now)) return null;
  const grants = grantsThrough(session, session.grants);
  const { id: sessionId, account_id: accountId, person_id: personId, way, is_demo: isDemo, totp } = session;
  return {
    actor: { accountId, personId, grants },
    sessionId,
    way,
    mustChangePassword: mustChange(session, now),
    mustEnrolTotp: mustEnrolTotp({ isDemo, totp }, grants, today),
  };
}

/** Whoever signs in without the password does not use it, so its age is no matter; by 统一身份 there may never be one. */
function mustChange({ must_change, is_demo, way, changed_at, profile }: SessionKnown, now: Date): boolean {
  if (way === 'sso') return false;
  return must_change || (!is_demo && way === 'password' && isStale(changed_at, now, profile));
}

function isOver({ entry, shared, seen_at: seenAt, expires_at, profile }: SessionKnown, now: Date): boolean {
  return expires_at <= now || isUnused({ entry, shared, seenAt }, profile, now);
}
