import type { Tx } from '@changming/database';
import { type Actor, kindOf, type Permission, scopeOf } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { sql } from 'kysely';

export type Needs = { readonly permission: Permission; readonly subject: string | undefined };

/** The branches in which the actor's grants carry the permission, in the kind that it asks for. */
export function grantedScope(actor: Actor, permission: Permission, today: string): readonly UnitRange[] {
  return scopeOf(actor, permission, kindOf(permission), today);
}

export function refuseUnpermitted(permission: Permission): never {
  return refuse('forbidden', 'access.not_permitted', { permission, kind: kindOf(permission) });
}

/** 指派 holds for people: not for a machine, nor for what somebody narrowed to some permissions. */
export function mayBeAssigned({ personId, only }: Actor): boolean {
  return personId !== null && only === undefined;
}

/** Where the one record lies that was assigned to the actor for this. */
export async function assignedPlace(
  { personId }: Actor,
  tx: Tx,
  { permission, subject, today }: Needs & { readonly today: string },
): Promise<UnitRange[]> {
  const found = await sql<{ lo: number }>`
    select lo from house.assigned_place(${personId}, ${subject}, ${permission}, ${today}::date)`.execute(tx);
  return found.rows.map(({ lo }) => ({ lo, hi: lo }));
}
