import type { Tx } from '@changming/database';
import { emptyTree, type Frontier, grown, rootOf } from '@changming/domain/audit';
import { sql } from 'kysely';
import { z } from 'zod';

import { type Caller, command } from '../context.ts';
import { hashOf, sealedColumns, toRecord } from './sealed-record.ts';
import { sha256 } from './sha256.ts';
import type { Signer } from './signer.ts';

const input = z.strictObject({ limit: z.int().min(1).max(20_000) });

type Sealed = { readonly leaves: number; readonly note: string | null };

/**
 * Appends the rows of the trail that nobody can be writing any more to the sealed log, in the order in which their transactions began,
 * and signs a checkpoint over it. A slow transaction is waited for, not skipped. Whoever comes second while another seals does nothing.
 */
export async function sealTrail(caller: Caller, signer: Signer, { limit = 5000 }: { readonly limit?: number } = {}): Promise<Sealed> {
  return sealing(signer)(caller, { limit });
}

const sealing = (signer: Signer) =>
  command({
    permission: 'audit.seal',
    input,
    async run({ tx, now, trail }, { limit }): Promise<ReturnType<typeof trail<Sealed>>> {
      if (!(await claimed(tx))) return trail<Sealed>([], { leaves: 0, note: null });
      const last = await lastCheckpoint(tx);
      const rows = await rowsToSeal(tx, last, limit);
      const end = rows.at(-1);
      if (end === undefined) return trail<Sealed>([], { leaves: 0, note: null });
      const hashes = rows.map((row) => hashOf(toRecord(row)));
      const before: Frontier = last === null ? emptyTree : { size: last.size, roots: last.frontier };
      const tree = hashes.reduce<Frontier>((each, leaf) => grown(sha256, each, leaf), before);
      await insertLeaves(tx, before.size, { ids: rows.map(({ id }) => id), hashes });
      const root = Buffer.from(rootOf(sha256, tree));
      const note = signer.note({ size: tree.size, root: root.toString('base64') });
      const frontier = tree.roots.map((each) => Buffer.from(each));
      const position = { last_xid: end.xid, last_seq: end.seq };
      await tx
        .insertInto('trail_checkpoints')
        .values({ size: tree.size, root, frontier, ...position, note, at: now })
        .execute();
      return trail<Sealed>([], { leaves: rows.length, note });
    },
  });

async function claimed(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtext('audit.seal')) as mine`.execute(tx);
  return rows[0]?.mine === true;
}

/** @throws Error when the log was sealed in a cluster with later transaction numbers: a restore has to rebase it first */
async function lastCheckpoint(tx: Tx) {
  const last = await tx
    .selectFrom('trail_checkpoints')
    .selectAll()
    .select(sql<boolean>`last_xid >= pg_snapshot_xmax(pg_current_snapshot())`.as('elsewhere'))
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.elsewhere === true) throw new Error('the trail was sealed in another cluster: call house.rebase_trail() as the owner');
  return last ?? null;
}

type Position = { readonly last_xid: string; readonly last_seq: number };

/**
 * Every transaction below `xmin` has ended, so no row can appear among these later; one that is still open, and everything that began
 * after it, waits for the next minute.
 */
async function rowsToSeal(tx: Tx, last: Position | null, limit: number) {
  return tx
    .selectFrom('trail as t')
    .select([...sealedColumns, 't.seq', 't.xid'])
    .where(sql<boolean>`t.xid < pg_snapshot_xmin(pg_current_snapshot())`)
    .$if(last !== null, (each) =>
      each.where(sql<boolean>`(t.xid, t.seq) > (${last?.last_xid ?? '0'}::text::xid8, ${last?.last_seq ?? 0}::bigint)`),
    )
    .orderBy('t.xid')
    .orderBy('t.seq')
    .limit(limit)
    .execute();
}

async function insertLeaves(tx: Tx, first: number, { ids, hashes }: { ids: readonly string[]; hashes: readonly Buffer[] }): Promise<void> {
  await sql`
    insert into trail_leaves (leaf_index, trail_id, hash)
    select ${first}::bigint + place - 1, id, hash
    from unnest(${[...ids]}::uuid[], ${[...hashes]}::bytea[]) with ordinality as row (id, hash, place)`.execute(tx);
}
