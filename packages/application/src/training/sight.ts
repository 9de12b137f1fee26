import { type Expression, type SqlBool, sql } from 'kysely';

import type { UnitRange } from '@changming/domain/units';

import type { Permission, Reading } from '../context.ts';

/** Whether the unit `u` lies within the ranges or above them: what the units above have made is used below. */
export function ownedInSight(ranges: readonly UnitRange[]): Expression<SqlBool> {
  if (ranges.length === 0) return sql<SqlBool>`false`;
  const rows = sql.join(ranges.map(({ lo, hi }) => sql`(${lo}::bigint, ${hi}::bigint)`));
  return sql<SqlBool>`exists (select from (values ${rows}) as branch (lo, hi) where u.lo <= branch.hi and u.hi >= branch.lo)`;
}

export function isWithin(scope: readonly UnitRange[], position: number): boolean {
  return scope.some(({ lo, hi }) => lo <= position && position <= hi);
}

/** Whether the caller may change what the unit at a place has made: what the units above have made is used, not changed. */
export function mayKeep(work: Pick<Reading, 'scope' | 'may'>, permission: Permission, position: number): boolean {
  return isWithin(work.scope, position) && work.may(permission, position);
}

/** The caller as a person; a machine is nobody. */
export function myId({ actor }: Pick<Reading, 'actor'>): string {
  return actor.personId ?? '00000000-0000-0000-0000-000000000000';
}
