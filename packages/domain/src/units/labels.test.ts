import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Branch, childWidth, labelBranch, nextBelow, roomBelow, rootRange } from './labels.ts';

const leaf = (id: string): Branch => ({ id, children: [] });
/** Any tree: the nth number says, modulo n, below which earlier unit the nth unit hangs. */
const tree = fc.array(fc.nat(), { maxLength: 40 }).map((parents) => {
  const grow = (at: number): Branch => ({
    id: String(at),
    children: parents.flatMap((parent, n) => (parent % (n + 1) === at ? [grow(n + 1)] : [])),
  });
  return grow(0);
});

describe('labels', () => {
  it('leave room for seven levels below the root', () => {
    let range = rootRange;
    for (let depth = 0; depth < 6; depth += 1) {
      const child = nextBelow(range, range.lo, childWidth(range, depth));
      expect(child).not.toBeNull();
      range = child ?? range;
    }
  });

  it('are never given twice: the next child stands after all that were ever given', () => {
    expect(nextBelow({ lo: 1, hi: 100 }, 40, 10)).toEqual({ lo: 41, hi: 50 });
    expect(nextBelow({ lo: 1, hi: 100 }, 95, 10)).toBeNull();
  });

  it('grow narrower, not none, below a parent that is nearly full, until a branch would not fit twice', () => {
    const parent = { lo: 1, hi: 10_000_000, depth: 2 };
    expect(roomBelow({ ...parent, used: 1 }, 1)).toEqual({ lo: 2, hi: 2 + 19_530 });
    expect(roomBelow({ ...parent, used: 9_999_000 }, 1)).toEqual({ lo: 9_999_001, hi: 9_999_500 });
    expect(roomBelow({ ...parent, used: 9_999_000 }, 300)).toBeNull();
    expect(roomBelow({ ...parent, used: 10_000_000 }, 1)).toBeNull();
  });

  it('of a moved branch nest as the units do, for every tree', () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 0, max: 1_000_000 }), (branch, slack) => {
        const count = (each: Branch): number => 1 + each.children.reduce((sum, child) => sum + count(child), 0);
        const range = { lo: 1000, hi: 1000 + count(branch) + slack };
        const ranges = labelBranch(branch, range);
        const at = new Map(ranges?.map((each) => [each.id, each]));
        const check = (each: Branch): void => {
          const own = at.get(each.id);
          let last = own?.lo ?? 0;
          for (const child of each.children) {
            const below = at.get(child.id);
            expect(below?.lo).toBeGreaterThan(last);
            expect(below?.hi).toBeLessThanOrEqual(own?.used ?? 0);
            last = below?.hi ?? 0;
            check(child);
          }
        };
        check(branch);
      }),
      { numRuns: 60 },
    );
  });

  it('of a branch that does not fit are refused', () => {
    expect(labelBranch({ id: 'a', children: [leaf('b'), leaf('c')] }, { lo: 1, hi: 2 })).toBeNull();
  });
});
