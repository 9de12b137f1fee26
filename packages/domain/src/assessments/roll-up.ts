/** A unit of the tree as it was on the last day of the period. */
export type TreeUnit = { readonly id: string; readonly parentId: string | null; readonly assessed: boolean };

/** The tree in an order in which parents stand before their children. */
export type PeriodTree = {
  readonly ids: readonly string[];
  /** Where the parent of each stands; -1 for a root. */
  readonly parents: Int32Array;
  readonly assessed: readonly boolean[];
};

/** Puts the units in order. A unit whose parent is not among them is a root. Fails loudly on a circle. */
export function treeOf(units: readonly TreeUnit[]): PeriodTree {
  const known = new Set(units.map(({ id }) => id));
  const below = Map.groupBy(units, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null));
  const ordered = [...(below.get(null) ?? [])];
  for (let at = 0; at < ordered.length; at += 1) ordered.push(...(below.get(ordered[at]?.id ?? '') ?? []));
  if (ordered.length !== units.length) throw new RangeError('units below one another in a circle');
  const places = new Map(ordered.map(({ id }, at) => [id, at]));
  return {
    ids: ordered.map(({ id }) => id),
    parents: Int32Array.from(ordered, ({ parentId }) => places.get(parentId ?? '') ?? -1),
    assessed: ordered.map(({ assessed }) => assessed),
  };
}

/**
 * The sums of every scope (11.2.2): a unit itself and what below it is not assessed separately. `own` has `width` sums for each
 * unit of the tree, one after another. From the last unit to the first, each hands its sums to its parent, unless it is assessed
 * itself; so one pass does for all, and the rows of units that are not assessed are only what passed through them.
 */
export function rollUp({ parents, assessed }: PeriodTree, own: Float64Array, width: number): Float64Array {
  const sums = Float64Array.from(own);
  for (let unit = parents.length - 1; unit > 0; unit -= 1) {
    const parent = parents[unit] ?? -1;
    if (parent >= 0 && assessed[unit] !== true) handOver(sums, { from: unit * width, to: parent * width, width });
  }
  return sums;
}

function handOver(sums: Float64Array, { from, to, width }: { from: number; to: number; width: number }): void {
  for (let at = 0; at < width; at += 1) sums[to + at] = (sums[to + at] ?? 0) + (sums[from + at] ?? 0);
}

/** The sums of one unit of the tree, as `assess` takes them. */
export function rowOf(sums: Float64Array, unit: number, width: number): Float64Array {
  return sums.subarray(unit * width, (unit + 1) * width);
}
