import type { PeriodTree } from '@changming/domain/assessments';

import type { UnitCounts } from './measure-all.ts';
import type { Scope } from './scope-rows.ts';

/** In whose score each unit counts, and in whose figure that one counts. Units that count in nobody's are left out. */
export function scopesOf({ ids, parents, assessed }: PeriodTree): Scope[] {
  const heads: (string | null)[] = [];
  const aboves: (string | null)[] = [];
  return ids.flatMap((unitId, at) => {
    const parent = parents[at] ?? -1;
    const isHead = assessed[at] === true;
    const headId = isHead ? unitId : (heads[parent] ?? null);
    const aboveId = (isHead ? heads[parent] : aboves[parent]) ?? null;
    heads[at] = headId;
    aboves[at] = aboveId;
    return headId === null ? [] : [{ unitId, headId, aboveId }];
  });
}

/** The scope that a stored result counted, which tells nothing of what stands above it. */
export function scopeOf(headId: string, members: readonly string[]): Scope[] {
  return members.map((unitId) => ({ unitId, headId, aboveId: null }));
}

/** The units of `counting` that count with each assessed one: itself and what lies below it without a score of its own. */
export function membersOf({ ids, parents, assessed }: PeriodTree, counting: ReadonlySet<string>): ReadonlyMap<string, string[]> {
  const heads: string[] = [];
  const members = new Map<string, string[]>();
  for (const [at, id] of ids.entries()) {
    const parent = parents[at] ?? -1;
    const head = assessed[at] === true ? id : (heads[parent] ?? '');
    heads[at] = head;
    if (head !== '' && counting.has(id)) addTo(members, head, id);
  }
  return members;
}

/** The nearest assessed units below each unit: what the figure of a unit above is made of. */
export function childrenOf({ ids, parents, assessed }: PeriodTree): ReadonlyMap<string, string[]> {
  const children = new Map<string, string[]>();
  for (const [at, id] of ids.entries()) {
    if (assessed[at] !== true) continue;
    let above = parents[at] ?? -1;
    while (above >= 0) {
      addTo(children, ids[above] ?? '', id);
      if (assessed[above] === true) break;
      above = parents[above] ?? -1;
    }
  }
  return children;
}

function addTo(lists: Map<string, string[]>, key: string, id: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [id]);
  else list.push(id);
}

/** The fingerprint of the records of several units together. */
export function printsOf(members: readonly string[], counts: ReadonlyMap<string, UnitCounts>, width: number): number[] {
  const prints = Array.from({ length: width }, () => 0);
  for (const member of members) {
    const own = counts.get(member)?.prints ?? [];
    for (let at = 0; at < own.length; at += 1) prints[at] = together(prints[at] ?? 0, own[at] ?? 0);
  }
  return prints;
}

const half = 2 ** 32;

/** Exclusive or of two whole numbers below 2⁵³: the operator itself takes 32 bits. */
function together(a: number, b: number): number {
  if (a === 0 || b === 0) return a + b;
  return (Math.floor(a / half) ^ Math.floor(b / half)) * half + ((a ^ b) >>> 0);
}

/** The counts of every unit of the tree, one after another, as the roll-up takes them. Records of units that are not in the tree are left out. */
export function ownSums({ ids }: PeriodTree, counts: ReadonlyMap<string, UnitCounts>, width: number): Float64Array {
  const own = new Float64Array(ids.length * width);
  for (const [at, id] of ids.entries()) own.set(counts.get(id)?.amounts ?? [], at * width);
  return own;
}
