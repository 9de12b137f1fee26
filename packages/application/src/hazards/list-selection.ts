import { type Tx, within } from '@changming/database';
import { accountConditions, type HazardFilter, type ListFilter } from '@changming/domain/hazards';
import type { Expression, SqlBool } from 'kysely';

import type { UnitRange } from '@changming/domain/units';
import { conditionsNow, type Hazards } from './ledger-conditions.ts';

type After = readonly [day: string, id: string];

/** What of the ledger the three lists are asked for. */
export type Selected = { readonly ranges: readonly UnitRange[]; readonly filter: ListFilter; readonly today: string };

/** The conditions of the lists, an account of the reconciliation among them, as the ledger knows them. */
export function selecting(eb: Hazards, { filter, today }: Omit<Selected, 'ranges'>): Expression<SqlBool>[] {
  const { account, ...asked } = filter;
  const whole = ledgerFilter(asked);
  const one = account === undefined ? [] : picking(eb, accountConditions[account], today);
  return [...conditionsNow(eb, whole, today), ...one];
}

/** Conditions of the ledger by themselves: what is not said does not narrow. */
export function picking(eb: Hazards, given: Partial<HazardFilter>, today: string): Expression<SqlBool>[] {
  return conditionsNow(eb, ledgerFilter(given), today);
}

function ledgerFilter(given: Partial<HazardFilter>): HazardFilter {
  return { withBelow: true, sort: 'oldest', limit: 1, ...given };
}

/** The hazards in the order of the lists: the first found comes first. */
export async function selectedIds(tx: Tx, selected: Selected, { after, most }: { after?: After | undefined; most: number }) {
  return tx
    .selectFrom('hazards as h')
    .select(['h.id', 'h.found_on as foundOn'])
    .where((eb) => within(eb.ref('h.unit_pos'), selected.ranges))
    .where((eb) => eb.and(selecting(eb as unknown as Hazards, selected)))
    .$if(after !== undefined, (each) =>
      each.where((eb) => eb(eb.refTuple('h.found_on', 'h.id'), '>', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
    )
    .orderBy('h.found_on')
    .orderBy('h.id')
    .limit(most)
    .execute();
}
