import { within } from '@changming/database';
import { type FactTable, type Measure, prepare, windowOf } from '@changming/domain/assessments';
import { dayIn, refuse } from '@changming/domain/kernel';

import type { Reading } from '../context.ts';
import { type OfResult, openResult } from './read-result.ts';
import { printed, type Receipt } from './receipts.ts';
import type { Asked } from './record-query.ts';
import { knownOf } from './run-store.ts';
import { scopeOf } from './scopes.ts';

export type AskedSide = OfResult & {
  readonly indicator: string;
  readonly side: 'numerator' | 'denominator';
  /** One measure instead of a side. */
  readonly measure?: string | undefined;
};

/** The records of one side of a number: how to find them, and what the receipt says of them. */
export type Side = {
  readonly table: FactTable;
  readonly measures: readonly Measure[];
  /** Where the measures stand among all that the scheme asks for, and how many those are. */
  readonly places: readonly number[];
  readonly width: number;
  /** Of the units that counted then, those that the caller may see today. */
  readonly asked: Asked;
  /** All units that counted then: to count in, never to list. */
  readonly overAll: Asked;
  readonly counted: number;
  readonly print: string;
};

export async function openSide(work: Reading, { runId, unitId, indicator, side, measure }: AskedSide): Promise<Side> {
  const { row, run, scheme } = await openResult(work, { runId, unitId });
  const prepared = prepare(scheme.body);
  const { counting, slots } = prepared.indicators.find(({ of }) => of.code === indicator) ?? { counting: null, slots: [] };
  const names = measure === undefined ? (counting?.records[side] ?? []) : [measure];
  const places = names.flatMap((name) => slots.find(([slot]) => slot === name)?.[1] ?? []);
  const measures = places.flatMap((at) => prepared.measures[at] ?? []);
  const [table] = measures.map((each) => each.table);
  if (table === undefined) refuse('missing', 'assessments.indicator_without_records', { indicator });
  const known = knownOf(run);
  const window = windowOf({ from: run.from_on, until: run.until_on }, dayIn(new Date(known.knownAt.getTime() - 1)));
  const unitIds = await visibleAmong(work, row.members);
  const receipts = (row.receipts as Record<string, Receipt>)[indicator] ?? {};
  const askedOf = (ids: readonly string[]) => ({ ...known, window, unitIds: ids, scopes: scopeOf(unitId, ids) });
  return {
    table,
    measures,
    places,
    width: prepared.measures.length,
    asked: askedOf(unitIds),
    overAll: askedOf(row.members),
    ...together(names.flatMap((name) => receipts[name] ?? [])),
  };
}

/** The measures of a side have no record in common. */
function together(receipts: readonly Receipt[string][]): Pick<Side, 'counted' | 'print'> {
  const counted = receipts.reduce((sum, { count }) => sum + count, 0);
  return { counted, print: printed(Number(receipts.reduce((folded, each) => folded ^ BigInt(`0x${each.print}`), 0n))) };
}

/** Of the units that counted then, those that lie in the scope today. */
export async function visibleAmong({ tx, scope }: Pick<Reading, 'tx' | 'scope'>, unitIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('units')
    .select('id')
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...unitIds]))))
    .where((eb) => within(eb.ref('lo'), scope))
    .execute();
  return rows.map(({ id }) => id);
}
