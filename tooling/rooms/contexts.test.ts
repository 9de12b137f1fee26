import { expect, it } from 'vitest';

import { contexts, mayKnow, ports } from './contexts.ts';

it('has no cycle: taking away those who know nobody left, everyone goes', () => {
  let left = contexts;
  for (let before = Number.POSITIVE_INFINITY; left.length < before; ) {
    before = left.length;
    const present = left;
    left = present.filter((context) => mayKnow(context).some((other) => present.includes(other)));
  }

  expect(left).toEqual([]);
});

it('names only contexts that exist', () => {
  expect(contexts.flatMap(mayKnow).filter((name) => !contexts.includes(name))).toEqual([]);
});

it('reaches audit, notices and access through ports alone', () => {
  expect(contexts.filter((context) => mayKnow(context).some((other) => ports.includes(other)))).toEqual([]);
});
