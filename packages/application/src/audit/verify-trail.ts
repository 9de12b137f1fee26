import { emptyTree, type Frontier, grown, rootOf } from '@changming/domain/audit';

import type { Caller } from '../context.ts';
import { findSlippedIn, readSealedLog, type SealedLeaf, type SealedPage } from './sealed-log.ts';
import { hashOf } from './sealed-record.ts';
import { sha256 } from './sha256.ts';
import type { Signer } from './signer.ts';

export type TrailFault =
  | { readonly fault: 'altered' | 'removed'; readonly leaf: number; readonly id: string | null }
  | { readonly fault: 'gap'; readonly leaf: number }
  | { readonly fault: 'wrong_root' | 'wrong_signature'; readonly size: number }
  | { readonly fault: 'slipped_in'; readonly id: string };

export type Verified = { readonly leaves: number; readonly checkpoints: number; readonly faults: readonly TrailFault[] };

type Walk = { readonly tree: Frontier; readonly checkpoints: number; readonly faults: readonly TrailFault[] };

/** Walks the whole log in pages and compares every row, leaf, root and signature. Holds one page in memory at a time. */
export async function verifyTrail(caller: Caller, signer: Signer, { page = 2000 }: { readonly page?: number } = {}): Promise<Verified> {
  let walk: Walk = { tree: emptyTree, checkpoints: 0, faults: [] };
  for (let from = 0; ; from += page) {
    const read = await readSealedLog(caller, { from, limit: page });
    if (read.leaves.length === 0 && read.checkpoints.length === 0) break;
    walk = overPage(walk, read, signer);
  }
  const slipped = await findSlippedIn(caller, {});
  const faults = [...walk.faults, ...slipped.map((id) => ({ fault: 'slipped_in', id }) as const)];
  return { leaves: walk.tree.size, checkpoints: walk.checkpoints, faults };
}

function overPage(walk: Walk, { leaves, checkpoints }: SealedPage, signer: Signer): Walk {
  const promised = new Map(checkpoints.map((each) => [each.size, each]));
  let { tree } = walk;
  const faults: TrailFault[] = [];
  for (const leaf of leaves) {
    faults.push(...faultOf(leaf, tree.size));
    tree = grown(sha256, tree, leaf.hash);
    const checkpoint = promised.get(leaf.index + 1);
    if (checkpoint !== undefined) faults.push(...faultsOf(checkpoint, tree, signer));
    promised.delete(leaf.index + 1);
  }
  faults.push(...[...promised.keys()].map((size) => ({ fault: 'wrong_root', size }) as const));
  return { tree, checkpoints: walk.checkpoints + checkpoints.length, faults: [...walk.faults, ...faults] };
}

function faultOf({ index, hash, record }: SealedLeaf, expected: number): TrailFault[] {
  if (index !== expected) return [{ fault: 'gap', leaf: expected }];
  if (record === null) return [{ fault: 'removed', leaf: index, id: null }];
  return hashOf(record).equals(hash) ? [] : [{ fault: 'altered', leaf: index, id: record.id }];
}

function faultsOf({ size, root, note }: SealedPage['checkpoints'][number], tree: Frontier, signer: Signer): TrailFault[] {
  const found = Buffer.from(rootOf(sha256, tree));
  const said = note.split('\n');
  const agrees = found.equals(root) && said[1] === String(size) && said[2] === found.toString('base64');
  return [
    ...(agrees ? [] : [{ fault: 'wrong_root', size } as const]),
    ...(signer.signed(note) ? [] : [{ fault: 'wrong_signature', size } as const]),
  ];
}
