import type { Tx } from '@changming/database';
import type { TrailRecord } from '@changming/domain/audit';
import { sql } from 'kysely';

import { query } from '../context.ts';
import { sealedColumns, toRecord } from './sealed-record.ts';

export type SealedLeaf = { readonly index: number; readonly hash: Buffer; readonly record: TrailRecord | null };
export type SealedPage = {
  readonly leaves: readonly SealedLeaf[];
  /** Of the leaves on this page, by the size they promise. */
  readonly checkpoints: readonly { readonly size: number; readonly root: Buffer; readonly note: string }[];
};

/** A page of the sealed log from leaf `from` on, as it stands in the database: nothing is checked here. */
export const readSealedLog = query({
  permission: 'audit.readTrail',
  async run({ tx }, { from, limit }: { readonly from: number; readonly limit: number }): Promise<SealedPage> {
    const leaves = await leavesFrom(tx, from, limit);
    const checkpoints = await tx
      .selectFrom('trail_checkpoints')
      .select(['size', 'root', 'note'])
      .where('size', '>', from)
      .where('size', '<=', from + limit)
      .orderBy('size')
      .execute();
    return { leaves, checkpoints };
  },
});

async function leavesFrom(tx: Tx, from: number, limit: number): Promise<SealedLeaf[]> {
  const rows = await tx
    .selectFrom('trail_leaves as l')
    .select(['l.leaf_index as index', 'l.hash'])
    .where('l.leaf_index', '>=', from)
    .where('l.leaf_index', '<', from + limit)
    .orderBy('l.leaf_index')
    .execute();
  const records = await tx
    .selectFrom('trail_leaves as l')
    .innerJoin('trail as t', 't.id', 'l.trail_id')
    .select(['l.leaf_index as index', ...sealedColumns])
    .where('l.leaf_index', '>=', from)
    .where('l.leaf_index', '<', from + limit)
    .execute();
  const byIndex = new Map(records.map(({ index, ...row }) => [index, toRecord(row)]));
  return rows.map(({ index, hash }) => ({ index, hash, record: byIndex.get(index) ?? null }));
}

/** The newest checkpoint, and how many rows of the trail still wait for the next. */
export const readSealing = query({
  permission: 'audit.readTrail',
  async run({ tx }) {
    const last = await tx
      .selectFrom('trail_checkpoints')
      .select(['size', 'root', 'note', 'at'])
      .orderBy('size', 'desc')
      .limit(1)
      .executeTakeFirst();
    const { rows } = await sql<{ waiting: number }>`
      select count(*) as waiting from trail t
      where (t.xid, t.seq) > (select last_xid, last_seq from trail_checkpoints order by size desc limit 1)
        or not exists (select from trail_checkpoints)`.execute(tx);
    const checkpoint = last === undefined ? null : { size: last.size, root: last.root.toString('hex'), note: last.note, at: last.at };
    return { checkpoint, waiting: rows[0]?.waiting ?? 0 };
  },
});

/** Rows that lie before the last sealed one and are in no leaf: they can only have been slipped in. Their ids, at most a hundred. */
export const findSlippedIn = query({
  permission: 'audit.readTrail',
  async run({ tx }): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select t.id from trail t
      where (t.xid, t.seq) <= (select last_xid, last_seq from trail_checkpoints order by size desc limit 1)
        and not exists (select from trail_leaves l where l.trail_id = t.id)
      limit 100`.execute(tx);
    return rows.map(({ id }) => id);
  },
});
