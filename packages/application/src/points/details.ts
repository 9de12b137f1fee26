import type { Tx } from '@changming/database';
import { type SqlBool, sql } from 'kysely';

/** What an office writes of a point beside its name. */
export type PointDetails = { readonly ownNo: string | null; readonly place: string | null; readonly remark: string | null };

const none: PointDetails = { ownNo: null, place: null, remark: null };

export async function detailsOf(tx: Tx, pointId: string): Promise<PointDetails> {
  const row = await tx
    .selectFrom('point_details')
    .select(['own_no as ownNo', 'place', 'remark'])
    .where('id', '=', pointId)
    .executeTakeFirst();
  return row ?? none;
}

/** Rows of points with their details, which lie in a table of their own: asked for once, for those that are shown. */
export async function withDetails<Row extends { readonly id: string }>(tx: Tx, rows: readonly Row[]): Promise<(Row & PointDetails)[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const found = await tx
    .selectFrom('point_details')
    .select(['id', 'own_no as ownNo', 'place', 'remark'])
    .where(sql<SqlBool>`id = any(${ids}::uuid[])`)
    .execute();
  const known = new Map(found.map(({ id, ...details }) => [id, details]));
  return rows.map((row) => ({ ...row, ...(known.get(row.id) ?? none) }));
}

type Told = { readonly [Name in keyof PointDetails]?: string | null | undefined };

/** What is told takes the place of what was known; what is left out stays. */
export function detailsWith(known: PointDetails, { ownNo = known.ownNo, place = known.place, remark = known.remark }: Told): PointDetails {
  return { ownNo, place, remark };
}

/** The details of a point that has none yet. */
export function newDetails(told: Told): PointDetails {
  return detailsWith(none, told);
}

/** Nothing is written where nothing was known and nothing is. */
export async function keepDetails(tx: Tx, pointId: string, known: PointDetails, details: PointDetails): Promise<void> {
  if (JSON.stringify(known) === JSON.stringify(details)) return;
  const { ownNo: own_no, place, remark } = details;
  await tx
    .insertInto('point_details')
    .values({ id: pointId, own_no, place, remark })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ own_no, place, remark }))
    .execute();
}
