import { type Kind, kinds, type Role } from '@changming/domain/access';

import { dayOf } from '../../ui/dates.ts';
import type { Grant } from './grants-queries.ts';

export type GrantState = 'inForce' | 'coming' | 'over' | 'withdrawn';

/** The kinds of one role at one unit that were given together: what a person thinks of as one grant. */
export type GrantGroup = {
  readonly id: string;
  readonly grants: readonly Grant[];
  /** The holder, as each of them tells it. */
  readonly holder: Pick<Grant, 'accountId' | 'name' | 'staffNo' | 'login'>;
  readonly role: Role;
  readonly kinds: readonly Kind[];
  readonly unit: string;
  readonly from: string;
  readonly to: string | null;
  /** The last day it held or will hold; null when nobody knows yet. */
  readonly lastDay: string | null;
  readonly state: GrantState;
};

const order: readonly GrantState[] = ['inForce', 'coming', 'over', 'withdrawn'];

export function grantStateOf({ endedAt, inForce, from }: Grant, today: string): GrantState {
  if (endedAt !== null) return 'withdrawn';
  if (inForce) return 'inForce';
  return from > today ? 'coming' : 'over';
}

/** In the order in which they come. */
export function grantGroups(grants: readonly Grant[], today: string): GrantGroup[] {
  const together = Map.groupBy(grants, ({ accountId, role, unitId, from, to, endedAt }) =>
    [accountId, role, unitId, from, to, endedAt === null ? '' : dayOf(endedAt)].join('~'),
  );
  return [...together.values()].map((same) => groupOf(same, today));
}

/** What holds first, then what will, then what did; the newest first within each. */
export function groupedGrants(grants: readonly Grant[], today: string): GrantGroup[] {
  return grantGroups(grants, today).toSorted(
    (one, other) => order.indexOf(one.state) - order.indexOf(other.state) || other.from.localeCompare(one.from),
  );
}

function groupOf(grants: readonly Grant[], today: string): GrantGroup {
  const [first] = grants;
  if (first === undefined) throw new Error('a group of grants has at least one');
  const { id, role, unit, from, to, endedAt } = first;
  const given = grants.map(({ kind }) => kind);
  return {
    id,
    grants,
    holder: first,
    role,
    kinds: kinds.filter((kind) => given.includes(kind)),
    unit,
    from,
    to,
    lastDay: endedAt === null ? to : dayOf(endedAt),
    state: grantStateOf(first, today),
  };
}
