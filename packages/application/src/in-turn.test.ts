import { expect, it } from 'vitest';

import { inTurn, madeAhead } from './in-turn.ts';

it('makes the next part while the one before it is written, and writes them in their order', async () => {
  const told: string[] = [];
  const make = async (part: number) => {
    told.push(`make ${part}`);
    return part;
  };

  await inTurn(madeAhead([1, 2, 3], make), async (made) => void told.push(`write ${await made}`));

  expect(told.filter((each) => each.startsWith('write'))).toEqual(['write 1', 'write 2', 'write 3']);
  expect(told.indexOf('make 2')).toBeLessThan(told.indexOf('write 1'));
});

it('tells of a part that could not be made, after those before it were written', async () => {
  const written: number[] = [];
  const make = async (part: number) => (part === 2 ? Promise.reject(new Error('no room')) : part);

  await expect(inTurn(madeAhead([1, 2, 3], make), async (made) => void written.push(await made))).rejects.toThrow('no room');
  expect(written).toEqual([1]);
});

it('has nothing of nothing', () => {
  expect([...madeAhead([], async () => 1)]).toEqual([]);
});
