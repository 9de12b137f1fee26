import type { Tx } from '@changming/database';
import { type Account, accountConditions, accounts, balanced, type ListFilter, type Reconciliation } from '@changming/domain/hazards';
import type { UnitRange } from '@changming/domain/units';
import { type Expression, type SqlBool, sql } from 'kysely';

import { query } from '../context.ts';
import type { Hazards } from './ledger-conditions.ts';
import { type Narrowed, picking, selecting } from './list-selection.ts';
import { type Branch, branchesBelow, headsOf } from './listed-branches.ts';

/** 对账 of one branch, with the money of its 整改清单 and 实效清单 in 分: null where no record states any, which is not the same as nothing. */
export type Balance = Reconciliation & { readonly fundsPlanned: number | null; readonly fundsSpent: number | null };
export type UnitBalance = Balance & Pick<Branch, 'unitId' | 'name' | 'withBelow'>;

/** 对账销号, one line a unit: every number is the count of the very records that its filter of the list picks. */
export const reconcileUnits = query({
  permission: 'hazards.read',
  async run({ tx, scope, today }, filter: ListFilter): Promise<{ total: Balance; units: UnitBalance[] }> {
    const heads = await headsOf({ tx, scope }, filter);
    const branches = await branchesBelow(tx, heads);
    const asked = { filter: { ...filter, account: undefined }, today };
    const [total = nothing] = await balancesOf(tx, [heads], asked);
    const lines = await balancesOf(
      tx,
      branches.map((branch) => [branch]),
      asked,
    );
    const units = branches.map(({ unitId, name, withBelow }, at) => ({ unitId, name, withBelow, ...(lines[at] ?? nothing) }));
    return { total, units: units.filter(({ problems }) => problems > 0) };
  },
});

export const nothing: Balance = { ...balanced(0, { closed: 0, openNotDue: 0, overdue: 0, void: 0 }), fundsPlanned: null, fundsSpent: null };

/** One balance for each group of ranges. The problems are counted by themselves, so that a difference would show. */
export async function balancesOf(tx: Tx, groups: readonly (readonly UnitRange[])[], asked: Narrowed): Promise<(Balance | undefined)[]> {
  const ranges = groups.flatMap((group, at) => group.map(({ lo, hi }) => sql`(${at}::int, ${lo}::bigint, ${hi}::bigint)`));
  if (ranges.length === 0) return [];
  const rows = await tx
    .selectFrom('hazards as h')
    .innerJoin(sql<{ at: number }>`(values ${sql.join(ranges)})`.as<'line'>(sql`line (at, lo, hi)`), (join) =>
      join.on(sql<SqlBool>`h.unit_pos between line.lo and line.hi`),
    )
    .where((eb) => eb.and([...selecting(asked)(eb as unknown as Hazards)]))
    .groupBy('line.at')
    .select((eb) => {
      const counted = (account: Account) => accountIs(eb, account, asked.today);
      return [
        'line.at',
        eb.fn.countAll<number>().as('problems'),
        ...accounts.map((account) => eb.fn.countAll<number>().filterWhere(counted(account)).as(account)),
        sql<number | null>`sum(h.funds)::bigint`.as('fundsPlanned'),
        sql<number | null>`sum(h.spent)::bigint`.as('fundsSpent'),
      ];
    })
    .execute();
  const byGroup = new Map(rows.map((row) => [row.at, row]));
  return groups.map((_, at) => {
    const row = byGroup.get(at);
    if (row === undefined) return undefined;
    const { at: _at, problems, fundsPlanned, fundsSpent, ...counts } = row;
    return { ...balanced(problems, counts), fundsPlanned, fundsSpent };
  });
}

function accountIs(eb: Hazards, account: Account, today: string): Expression<SqlBool> {
  return eb.and([...picking(accountConditions[account], today)(eb)]);
}
