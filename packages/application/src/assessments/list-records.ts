import { type Tx, within } from '@changming/database';
import { type FactTable, type Measure, prepare, windowOf } from '@changming/domain/assessments';
import { dayIn, refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { type OfResult, openResult } from './read-result.ts';
import { type Receipt, printed } from './receipts.ts';
import { recordsOf } from './record-query.ts';
import { knownOf } from './run-store.ts';

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
    const found = recordsOf(table, measures, { ...known, window, unitIds });
    const receipts = (row.receipts as Record<string, Receipt>)[asked.indicator] ?? {};
    const now = await tally(tx, { table, measures, found });
    const page = await pageOf(tx, { table, found, ...asked });
    return {
      ...page,
      ...now,
      ...comparedWith(
        names.flatMap((name) => receipts[name] ?? []),
        now,
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

type Sought = { readonly table: FactTable; readonly found: ReturnType<typeof recordsOf> };

/** How many of the records may be seen, and their fingerprint. */
async function tally(tx: Tx, { found }: Sought & { readonly measures: readonly Measure[] }): Promise<{ visible: number; print: string }> {
  const { rows } = await sql<{ visible: number; print: number }>`
    select count(*) as visible, coalesce(bit_xor(uuid_hash_extended(id, 0) & 9007199254740991), 0) as print from (${found}) f`.execute(tx);
  return { visible: rows[0]?.visible ?? 0, print: printed(rows[0]?.print ?? 0) };
}

/** Sums count more than rows; and where not every record may be seen, nothing can be said. */
function comparedWith(receipts: readonly Receipt[string][], now: { readonly visible: number; readonly print: string }) {
  const counted = receipts.reduce((sum, { count }) => sum + count, 0);
  const print = printed(Number(receipts.reduce((folded, each) => folded ^ BigInt(`0x${each.print}`), 0n)));
  return { counted, unchanged: counted === now.visible ? print === now.print : null };
}

async function pageOf(tx: Tx, { table, found, after, limit }: Sought & Pick<Asked, 'after' | 'limit'>) {
  const { rows } = await sql<PageRow>`
    with page as (select * from (${found}) f ${after === undefined ? sql`` : sql`where f.id > ${after}::uuid`} order by f.id limit ${limit + 1})
    select page.id, page.facts, page.unit_id as "unitId", u.name as unit, h.id as "hazardId", h.number, h.text, coalesce(p.name, h.place) as place
    from page join units u on u.id = page.unit_id
      left join hazards h on h.id = ${table === 'hazards' ? sql`page.id` : sql`page.hazard_id`}
      left join points p on p.id = h.point_id
    order by page.id`.execute(tx);
  const items = rows.slice(0, limit).map((row) => ({ ...row, table }));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

type PageRow = {
  readonly id: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  readonly unitId: string;
  readonly unit: string;
  readonly hazardId: string | null;
  readonly number: string | null;
  readonly text: string | null;
  readonly place: string | null;
};
