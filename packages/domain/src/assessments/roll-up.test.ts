import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { rollUp, rowOf, treeOf, type TreeUnit } from './roll-up.ts';

const group: TreeUnit[] = [
  { id: 'line', parentId: 'mill', assessed: false },
  { id: 'mill', parentId: 'east', assessed: true },
  { id: 'office', parentId: 'east', assessed: false },
  { id: 'east', parentId: 'group', assessed: true },
  { id: 'group', parentId: null, assessed: false },
];

/** Any tree: each unit hangs below one that stands before it, or below none. */
const anyTree = fc
  .array(fc.record({ below: fc.nat(), assessed: fc.boolean(), root: fc.integer({ min: 0, max: 9 }) }), { minLength: 1, maxLength: 40 })
  .map((made) =>
    made.map(
      ({ below, assessed, root }, at): TreeUnit => ({
        id: `u${at}`,
        parentId: at === 0 || root === 0 ? null : `u${below % at}`,
        assessed,
      }),
    ),
  );

/** 11.2.2, word by word. */
function scopeOf(units: readonly TreeUnit[], id: string): string[] {
  const below = units.filter(({ parentId, assessed }) => parentId === id && !assessed);
  return [id, ...below.flatMap((unit) => scopeOf(units, unit.id))];
}

describe('the roll-up', () => {
  it('gives a unit its own sums and those below it that is not assessed separately', () => {
    const tree = treeOf(group);
    const own = Float64Array.from(
      tree.ids.flatMap((id) => ({ line: [1, 10], mill: [2, 20], office: [4, 40], east: [8, 80], group: [16, 160] })[id] ?? []),
    );

    const sums = rollUp(tree, own, 2);

    const said = tree.ids.map((id, at) => [id, ...rowOf(sums, at, 2)]);
    expect(Object.fromEntries(said.map(([id, ...row]) => [id, row]))).toMatchObject({ mill: [3, 30], east: [12, 120], group: [16, 160] });
  });

  it('is the recount over the descendants, for any tree', () => {
    fc.assert(
      fc.property(anyTree, fc.infiniteStream(fc.nat(1000)), (units, numbers) => {
        const width = 3;
        const tree = treeOf(units.toReversed());
        const own = Float64Array.from({ length: units.length * width }, () => numbers.next().value ?? 0);
        const sums = rollUp(tree, own, width);

        for (const [at, id] of tree.ids.entries()) {
          const places = scopeOf(units, id).map((each) => tree.ids.indexOf(each));
          const recount = [0, 1, 2].map((measure) => places.reduce((sum, place) => sum + (own[place * width + measure] ?? 0), 0));
          expect([...rowOf(sums, at, width)]).toEqual(recount);
        }
      }),
    );
  });

  it('loses and doubles nothing where the roots and what is assessed are counted', () => {
    fc.assert(
      fc.property(anyTree, (units) => {
        const tree = treeOf(units);
        const sums = rollUp(tree, new Float64Array(units.length).fill(1), 1);
        const counted = tree.ids.map((_, at) => (tree.assessed[at] === true || tree.parents[at] === -1 ? (sums[at] ?? 0) : 0));

        expect(counted.reduce((sum, each) => sum + each, 0)).toBe(units.length);
      }),
    );
  });

  it('takes a unit whose parent is not known for a root, and refuses a circle', () => {
    expect(treeOf([{ id: 'a', parentId: 'gone', assessed: true }]).parents).toEqual(Int32Array.of(-1));
    expect(() =>
      treeOf([
        { id: 'a', parentId: 'b', assessed: true },
        { id: 'b', parentId: 'a', assessed: true },
      ]),
    ).toThrow(RangeError);
  });
});
