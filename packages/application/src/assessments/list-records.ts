import { type Tx, within } from '@changming/database';
import { type FactTable, prepare, windowOf } from '@changming/domain/assessments';
import { dayIn, refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { type OfResult, openResult } from './read-result.ts';
import { type Receipt, printed } from './receipts.ts';
import { factsIn, recordsOf } from './record-query.ts';
import { besideRecord, recordWords } from './record-words.ts';
import { knownOf } from './run-store.ts';
import { scopeOf } from './scopes.ts';

type Asked = OfResult & {
  readonly indicator: string;
  readonly side: 'numerator' | 'denominator';
  readonly measure?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/**
 * The very records behind a number: the conditions of the pass, asked of the same facts as they were known to the run. What the caller
 * may see of them is decided by the tree of today; how many were counted is told all the same.
 */
export const listRecords = query({
  permission: 'assessments.read',
  async run(work, asked: Asked) {
    const { tx } = work;
    const { row, run, scheme } = await openResult(work, asked);
    const counting = prepare(scheme.body).indicators.find(({ of }) => of.code === asked.indicator)?.counting ?? null;
    if (counting === null) refuse('missing', 'assessments.indicator_without_records', { indicator: asked.indicator });
    const names = asked.measure === undefined ? counting.records[asked.side] : [asked.measure];
    const measures = names.flatMap((name) => (Object.hasOwn(counting.measures, name) ? (counting.measures[name] ?? []) : []));
    const [table] = measures.map((measure) => measure.table);
    if (table === undefined) refuse('missing', 'assessments.indicator_without_records', { indicator: asked.indicator });
    const known = knownOf(run);
    const period = { from: run.from_on, until: run.until_on };
    const window = windowOf(period, dayIn(new Date(known.knownAt.getTime() - 1)));
    const unitIds = await visibleAmong(work, row.members);
    const found = recordsOf(table, measures, { ...known, window, unitIds, scopes: scopeOf(asked.unitId, unitIds) });
    const receipts = (row.receipts as Record<string, Receipt>)[asked.indicator] ?? {};
    const page = await pageOf(tx, { table, found, ...asked });
    const { print: _print, ...shown } = page;
    return {
      ...shown,
      ...comparedWith(
        names.flatMap((name) => receipts[name] ?? []),
        page,
      ),
    };
  },
});

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

type Sought = { readonly table: FactTable; readonly found: ReturnType<typeof recordsOf> } & Pick<Asked, 'after' | 'limit'>;

/** Sums count more than rows; and where not every record may be seen, nothing can be said. */
function comparedWith(receipts: readonly Receipt[string][], now: { readonly visible: number; readonly print: string }) {
  const counted = receipts.reduce((sum, { count }) => sum + count, 0);
  const print = printed(Number(receipts.reduce((folded, each) => folded ^ BigInt(`0x${each.print}`), 0n)));
  return { counted, unchanged: counted === now.visible ? print === now.print : null };
}

/** One page of the records, with how many there are in all and their fingerprint. */
async function pageOf(tx: Tx, { table, found, after, limit }: Sought) {
  const { rows } = await sql<Partial<PageRow> & { readonly visible: number; readonly prints: number }>`
    with found as materialized (${found}),
      page as (select id, unit_id, subject_id, ${factsIn(table)} as facts from (
        select * from found ${after === undefined ? sql`` : sql`where id > ${after}::uuid`} order by id limit ${limit + 1}) f)
    select all_found.visible, all_found.prints, page.id, page.facts, page.unit_id as "unitId", u.name as unit, page.subject_id as "subjectId",
      ${recordWords(table)}
    from (select count(*) as visible, coalesce(bit_xor(uuid_hash_extended(id, 0) & 9007199254740991), 0) as prints from found) all_found
      left join page on true left join units u on u.id = page.unit_id
      ${besideRecord(table)}
    order by page.id`.execute(tx);
  const [{ visible, prints } = { visible: 0, prints: 0 }] = rows;
  const there = rows.flatMap(({ visible: _visible, prints: _prints, ...row }) =>
    row.id === undefined || row.id === null ? [] : [row as PageRow],
  );
  const items = there.slice(0, limit).map((row) => ({ ...row, table, hazardId: hazardOf(table, row) }));
  return { items, next: there.length > limit ? (items.at(-1)?.id ?? null) : null, visible, print: printed(prints) };
}

type PageRow = {
  readonly id: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  readonly unitId: string;
  readonly unit: string;
  readonly subjectId: string;
  readonly number: string | null;
  readonly text: string | null;
  readonly place: string | null;
};

/** Only a hazard that lies in the branch has a number to show. */
function hazardOf(table: FactTable, { subjectId, number }: PageRow): string | null {
  return (table === 'hazards' || table === 'lookBacks') && number !== null ? subjectId : null;
}
