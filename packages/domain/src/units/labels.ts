import type { UnitRange } from './unit-range.ts';

/** Labels are sparse bigints below 2^53, so they stay exact in JavaScript. The root holds them all. */
export const rootRange: UnitRange = { lo: 1, hi: 2 ** 52 };

/** How many children a branch at this depth leaves room for. A branch that is full gets wider labels below its own parent. */
const fanOut = [2048, 2048, 512, 512] as const;

export function widthOf({ lo, hi }: UnitRange): number {
  return hi - lo + 1;
}

/** The width a new child gets below `parent` at `depth` (the root stands at 0). */
export function childWidth(parent: UnitRange, depth: number): number {
  return Math.max(1, Math.floor((widthOf(parent) - 1) / (fanOut[depth] ?? 8)));
}

/**
 * The next child's labels: after everything ever given below `parent` (`used` is the highest label given so far, at least
 * `parent.lo`). Old labels are never used again. Null when the branch is full.
 */
export function nextBelow(parent: UnitRange, used: number, width: number): UnitRange | null {
  const lo = Math.max(used, parent.lo) + 1;
  const hi = lo + width - 1;
  return hi <= parent.hi ? { lo, hi } : null;
}

type Place = UnitRange & { readonly used: number; readonly depth: number };

/**
 * Labels below `parent` for a branch of `units` units: as wide as a child of that depth usually gets, and eight times what the branch
 * needs. When the parent is nearly full, half of what is left, as long as that is twice the need. Null when there is no room.
 */
export function roomBelow(parent: Place, units: number): UnitRange | null {
  const usual = Math.max(childWidth(parent, parent.depth), units === 1 ? 1 : 8 * units);
  const left = parent.hi - Math.max(parent.used, parent.lo);
  const narrow = Math.floor(left / 2);
  const width = usual <= left || narrow < 2 * units ? usual : narrow;
  return nextBelow(parent, parent.used, width);
}

export type Branch = { readonly id: string; readonly children: readonly Branch[] };
export type Labelled = UnitRange & { readonly id: string; readonly used: number };

/**
 * Fresh labels for a whole branch inside `range`: every unit its own label first, then its children side by side, each as wide as
 * its share of the units allows, with as much room again left for children to come. Null when `range` cannot hold them.
 */
export function labelBranch(branch: Branch, range: UnitRange): Labelled[] | null {
  const need = sizes(branch);
  if (widthOf(range) < (need.get(branch) ?? 0)) return null;
  const labelled: Labelled[] = [];
  place(branch, range, { need, labelled });
  return labelled;
}

type Placing = { readonly need: ReadonlyMap<Branch, number>; readonly labelled: Labelled[] };

function place(branch: Branch, range: UnitRange, placing: Placing): void {
  const wanted = branch.children.map((child) => placing.need.get(child) ?? 1);
  const total = wanted.reduce((sum, each) => sum + each, 0);
  const spare = widthOf(range) - 1 - total;
  let used = range.lo;
  branch.children.forEach((child, at) => {
    const own = wanted[at] ?? 1;
    const extra = total === 0 ? 0 : Math.floor((spare / 2) * (own / total));
    const below = { lo: used + 1, hi: used + own + extra };
    place(child, below, placing);
    used = below.hi;
  });
  placing.labelled.push({ id: branch.id, ...range, used });
}

function sizes(root: Branch): Map<Branch, number> {
  const need = new Map<Branch, number>();
  const count = (branch: Branch): number => {
    const own = 1 + branch.children.reduce((sum, child) => sum + count(child), 0);
    need.set(branch, own);
    return own;
  };
  count(root);
  return need;
}
