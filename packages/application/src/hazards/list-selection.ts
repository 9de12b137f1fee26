import { type Tx, within } from '@changming/database';
import { accountConditions, type HazardFilter, type ListFilter } from '@changming/domain/hazards';
import type { UnitRange } from '@changming/domain/units';
import type { Expression, SqlBool } from 'kysely';

import { conditionsNow, type Hazards } from './ledger-conditions.ts';

type After = readonly [day: string, id: string];
type Where = (eb: Hazards) => readonly Expression<SqlBool>[];

/** Which hazards: of these branches those that meet the conditions. */
export type Selection = { readonly ranges: readonly UnitRange[]; readonly where: Where };

/** What the three lists are narrowed by. */
export type Narrowed = { readonly filter: ListFilter; readonly today: string };

/** The conditions of the lists, an account of the reconciliation among them, as the ledger knows them. */
export function selecting({ filter, today }: Narrowed): Where {
  const { account, ...asked } = filter;
  const one = account === undefined ? () => [] : picking(accountConditions[account], today);
  const all = picking(asked, today);
  return (eb) => [...all(eb), ...one(eb)];
}

/** Conditions of the ledger by themselves: what is not said does not narrow. */
export function picking(given: Partial<HazardFilter>, today: string): Where {
  const filter: HazardFilter = { withBelow: true, sort: 'oldest', limit: 1, ...given };
  return (eb) => conditionsNow(eb, filter, today);
}

function chosen(tx: Tx, { ranges, where }: Selection) {
  return tx
    .selectFrom('hazards as h')
    .where((eb) => within(eb.ref('h.unit_pos'), ranges))
    .where((eb) => eb.and([...where(eb as unknown as Hazards)]));
}

/** The hazards in the order of the lists: the first found comes first. */
export async function selectedIds(tx: Tx, selection: Selection, { after, most }: { after?: After | undefined; most: number }) {
  return chosen(tx, selection)
    .select(['h.id', 'h.found_on as foundOn'])
    .$if(after !== undefined, (each) =>
      each.where((eb) => eb(eb.refTuple('h.found_on', 'h.id'), '>', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
    )
    .orderBy('h.found_on')
    .orderBy('h.id')
    .limit(most)
    .execute();
}

export async function countSelected(tx: Tx, selection: Selection): Promise<number> {
  const { count } = await chosen(tx, selection)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
