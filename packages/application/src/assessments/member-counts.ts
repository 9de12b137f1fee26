import type { Tx } from '@changming/database';
import { sql } from 'kysely';

import type { Computed } from './compute.ts';
import type { Side } from './open-side.ts';
import type { OfResult } from './read-result.ts';

/** How many records of a side each unit of a score had when it was counted. A unit without records is missing. */
export type MemberCounts = ReadonlyMap<string, number>;

/**
 * What each measure counted in each member of a score, as the database reads it: one row a measure, in the order of the members. Null for a
 * unit alone, of which the receipts tell all. Nothing is kept of sums, which may come to nothing over records that are there.
 */
export function memberCountsOf({ prepared, counted }: Pick<Computed, 'prepared' | 'counted'>, members: readonly string[]): string | null {
  if (members.length < 2 || prepared.measures.length === 0) return null;
  const each = members.map((id) => counted.units.get(id)?.amounts);
  const rows = prepared.measures.map(({ sum }, at) => each.map((amounts) => (sum === undefined ? (amounts?.[at] ?? 0) : 'NULL')).join(','));
  return `{{${rows.join('},{')}}}`;
}

/**
 * In which units of a score the run found the records of a side: what was known at its cut-off does not change, so they are there and in no
 * other unit. Null where that is not known: of sums, of runs before this was kept, and of numbers that are not those of the receipt.
 */
export async function memberCounts(tx: Tx, { runId, unitId }: OfResult, side: Side): Promise<MemberCounts | null> {
  const { measures, places, width, counted } = side;
  if (measures.some(({ sum }) => sum !== undefined)) return null;
  const names = places.map((_, n) => sql.ref(`c${n}`));
  const kept = places.map((at) => sql`r.member_counts[${at + 1}::integer:${at + 1}::integer]`);
  const count = sql.join(names, sql` + `);
  const { rows } = await sql<{ counts: Readonly<Record<string, number>> }>`
    select coalesce(jsonb_object_agg(m.id, ${count}) filter (where ${count} > 0), '{}') as counts
    from assessment_results r, unnest(r.members, ${sql.join(kept)}) as m (id, ${sql.join(names)})
    where r.run_id = ${runId} and r.unit_id = ${unitId} and array_length(r.member_counts, 1) = ${width}
    group by r.unit_id`.execute(tx);
  const counts = Object.entries(rows[0]?.counts ?? {});
  const sum = counts.reduce((all, [, each]) => all + each, 0);
  return rows.length === 0 || sum !== counted ? null : new Map(counts);
}
