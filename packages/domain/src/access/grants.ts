import { refuse } from '../kernel/index.ts';
import { merged, type UnitRange } from '../units/index.ts';
import { carries, type Kind, kindsOf, type Permission } from './matrix.ts';
import { administrators, type Role } from './roles.ts';

export type Grant = {
  readonly role: Role;
  readonly kind: Kind;
  readonly unitId: string;
  readonly units: UnitRange;
  readonly from: string;
  /** The last day on which it holds; null for as long as nobody ends it. */
  readonly to: string | null;
};

/** Who acts. A token's actor is its owner, narrowed to the permissions that the token names. */
export type Actor = {
  readonly personId: string | null;
  readonly accountId: string | null;
  readonly grants: readonly Grant[];
  readonly only?: readonly Permission[];
};

/** Where `actor` may use `permission` on `day`: the union of the grants that carry it. Empty means nowhere. */
export function scopeOf(actor: Actor, permission: Permission, kind: Kind, day: string): UnitRange[] {
  if (actor.only !== undefined && !actor.only.includes(permission)) return [];
  const carrying = actor.grants.filter((grant) => grant.kind === kind && inForce(grant, day) && carries(grant.role, permission));
  return merged(carrying.map((grant) => grant.units));
}

export function inForce({ from, to }: Pick<Grant, 'from' | 'to'>, day: string): boolean {
  return from <= day && (to === null || day <= to);
}

export function isAdministrator(role: Role): boolean {
  return (administrators as readonly Role[]).includes(role);
}

/** 三员分立: nobody holds two of the three powers, and no administrator does the trade's own work beside it. */
export function mixesPowers(held: readonly Role[], wanted: Role): boolean {
  const others = held.filter((role) => role !== wanted);
  return isAdministrator(wanted) ? others.length > 0 : others.some(isAdministrator);
}

export function refuseMixedPowers(held: readonly Role[], wanted: Role): void {
  if (mixesPowers(held, wanted)) refuse('conflict', 'access.mixed_powers');
}

/** Why one of many does not get what all are given (批量授权). */
export const notGranted = [
  'access.account_not_found',
  'access.own_grant',
  'access.account_disabled',
  'access.person_not_found',
  'access.mixed_powers',
  'access.grant_exists',
] as const;
export type NotGranted = (typeof notGranted)[number];

type Wanted = { readonly role: Role; readonly kinds: readonly Kind[]; readonly from: string };

/** Refuses a grant that carries nothing, begins in the past, or puts two powers into the hand that holds `held` now or later. */
export function refuseGrant({ role, kinds, from }: Wanted, held: readonly Pick<Grant, 'role' | 'to'>[], today: string): void {
  const carried = kindsOf(role);
  if (kinds.some((kind) => !carried.includes(kind))) refuse('invalid', 'access.kind_not_carried');
  if (from < today) refuse('invalid', 'access.grant_in_past', { from });
  const present = held.filter(({ to }) => to === null || today <= to);
  refuseMixedPowers(
    present.map((grant) => grant.role),
    role,
  );
}

/** What a PIN on a shared phone opens: entering and looking. Approvals and the three powers need a password. */
export function throughPin(grants: readonly Grant[]): Grant[] {
  return grants.filter(({ kind, role }) => kind !== 'approve' && !isAdministrator(role));
}

/** Whether a power would be without a hand if `accountId`, one of its `holders`, lost it. */
export function isLastHolder(holders: readonly string[], accountId: string): boolean {
  return holders.length > 0 && holders.every((holder) => holder === accountId);
}
