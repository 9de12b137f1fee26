import { refuse } from '../kernel/index.ts';
import { merged, type UnitRange } from '../units/index.ts';
import { carries, type Kind, type Permission } from './matrix.ts';
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

/** 三员分立: nobody holds two of the three powers, and no administrator does the trade's own work beside it. */
export function refuseMixedPowers(held: readonly Role[], wanted: Role): void {
  const others = held.filter((role) => role !== wanted);
  const isAdministrator = (role: Role) => (administrators as readonly Role[]).includes(role);
  if (isAdministrator(wanted) ? others.length > 0 : others.some(isAdministrator)) refuse('conflict', 'access.mixed_powers');
}
