import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { type GivenCell, givenSheet } from '../../testing/given-sheet.ts';
import type { Sheet } from '../sheet.ts';
import { planUnits } from './plan-units.ts';

/** A tree with parents before children; names tell the kind and are unique below one parent. */
type Grown = { readonly name: string; readonly parent: number | null; readonly depth: number };

const suffixes = ['集团', '有限公司', '厂', '车间', '班'] as const;

const tree = fc.array(fc.nat(), { minLength: 1, maxLength: 30 }).map((choices) => {
  const grown: Grown[] = [{ name: '云岭集团', parent: null, depth: 0 }];
  for (const choice of choices) {
    const parents = grown.flatMap(({ depth }, at) => (depth < suffixes.length - 1 ? [at] : []));
    const parent = parents[choice % parents.length] ?? 0;
    const depth = (grown[parent]?.depth ?? 0) + 1;
    const siblings = grown.filter((one) => one.parent === parent).length;
    grown.push({ name: `${'甲乙丙丁戊己庚辛'.at(siblings % 8)}${siblings}${suffixes[depth]}`, parent, depth });
  }
  return inOrder(grown);
});

/** As offices list a tree: each unit right below its parent, whole branches together. */
function inOrder(grown: readonly Grown[]): readonly Grown[] {
  const listed: Grown[] = [];
  const visit = (at: number, parent: number | null) => {
    const one = grown[at];
    if (one === undefined) return;
    const here = listed.push({ ...one, parent }) - 1;
    grown.forEach((other, child) => {
      if (other.parent === at) visit(child, here);
    });
  };
  visit(0, null);
  return listed;
}

function pathOf(grown: readonly Grown[], at: number): readonly string[] {
  const one = grown[at];
  if (one === undefined) return [];
  return one.parent === null ? [one.name] : [...pathOf(grown, one.parent), one.name];
}

const levelHeads = ['一级', '二级', '三级', '四级', '五级'];

const shapes: Readonly<Record<string, (grown: readonly Grown[]) => Sheet>> = {
  'levels with parents repeated': (grown) => givenSheet([levelHeads, ...grown.map((_, at) => [...pathOf(grown, at)])]),
  'levels with parents left blank': (grown) => givenSheet([levelHeads, ...grown.map(stair)]),
  'levels with parents merged': (grown) =>
    givenSheet([levelHeads, ...grown.map(stair)], { merges: grown.flatMap((_, at) => mergeOf(grown, at)) }),
  'codes, in any order': (grown) => {
    const rows = grown.map(({ name, parent }, at): GivenCell[] => [`C${at}`, name, parent === null ? null : `C${parent}`]);
    return givenSheet([['编码', '单位名称', '上级编码'], ...rows.toReversed()]);
  },
  'a path in one column': (grown) =>
    givenSheet([['组织路径', '人数'], ...grown.map((_, at): GivenCell[] => [pathOf(grown, at).join('/'), at])]),
};

function stair({ name, depth }: Grown): GivenCell[] {
  return [...Array.from({ length: depth }, () => null), name];
}

/** The cell of a unit is merged down to the last row of its branch. */
function mergeOf(grown: readonly Grown[], at: number): readonly string[] {
  const depth = grown[at]?.depth ?? 0;
  const next = grown.findIndex((one, later) => later > at && one.depth <= depth);
  const last = next === -1 ? grown.length - 1 : next - 1;
  const column = String.fromCodePoint(65 + depth);
  return last > at ? [`${column}${at + 2}:${column}${last + 2}`] : [];
}

it.each(Object.entries(shapes))('the same tree comes out of %s', (_, draw) => {
  fc.assert(
    fc.property(tree, (grown) => {
      const { drafts, counts } = planUnits([draw(grown)], []);
      const names = new Map(drafts.map((draft) => [draft.key, draft]));
      const found = drafts.map((draft) => {
        const path = [draft.name];
        for (let above = names.get(draft.parentKey ?? ''); above !== undefined; above = names.get(above.parentKey ?? ''))
          path.unshift(above.name);
        return path.join('/');
      });

      expect(found.toSorted()).toEqual(grown.map((__, at) => pathOf(grown, at).join('/')).toSorted());
      expect(counts).toMatchObject({ ready: grown.length, ask: 0, wrong: 0, skip: 1 });
    }),
    { numRuns: 60 },
  );
});
