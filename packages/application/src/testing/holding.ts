import { randomUUID } from 'node:crypto';

import { type Actor, type Grant, kindsOf, type Role } from '@changming/domain/access';

import type { Caller, House } from '../context.ts';

type Place = { readonly id: string; readonly lo: number; readonly hi: number };

/** A person who holds `role` at `place` in every kind that the role offers. */
export function holding(role: Role, place: Place, personId: string = randomUUID()): Actor {
  const { id: unitId, lo, hi } = place;
  const grants = kindsOf(role).map((kind): Grant => ({ role, kind, unitId, units: { lo, hi }, from: '2025-01-01', to: null }));
  return { personId, accountId: null, grants };
}

/** The same, already calling. */
export function as(house: House, role: Role, place: Place, personId?: string): Caller {
  return house.callerFor(holding(role, place, personId));
}
