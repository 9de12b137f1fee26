/** SHA-256 over the parts in order, texts as UTF-8. Handed in: the domain itself hashes nothing. */
export type Hash = (...parts: readonly (Uint8Array | string)[]) => Uint8Array;

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** RFC 6962 2.1: a leaf and a node can never be mistaken for each other. */
export function leafHash(hash: Hash, content: Uint8Array | string): Uint8Array {
  return hash(leafPrefix, content);
}

/**
 * What must be kept of a tree so that it can grow: its size, and the root of each perfect subtree from the widest to the narrowest, one
 * for each bit of the size.
 */
export type Frontier = { readonly size: number; readonly roots: readonly Uint8Array[] };

export const emptyTree: Frontier = { size: 0, roots: [] };

/** The tree with one more leaf. */
export function grown(hash: Hash, { size, roots }: Frontier, leaf: Uint8Array): Frontier {
  const left = [...roots];
  let joined = leaf;
  for (let width = size; width % 2 === 1; width = (width - 1) / 2) {
    const neighbour = left.pop();
    if (neighbour === undefined) throw new RangeError(`a tree of ${size} leaves has more subtrees than were kept`);
    joined = hash(nodePrefix, neighbour, joined);
  }
  return { size: size + 1, roots: [...left, joined] };
}

/** The root of the whole tree; of an empty one, the hash of nothing. */
export function rootOf(hash: Hash, { roots }: Frontier): Uint8Array {
  const last = roots.at(-1);
  if (last === undefined) return hash();
  return roots.slice(0, -1).reduceRight((right, left) => hash(nodePrefix, left, right), last);
}
