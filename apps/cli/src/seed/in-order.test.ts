import { setTimeout as pause } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { eachOf, inOrder } from './in-order.ts';

test('first steps come in the order given, although the quicker ones were ready before', async () => {
  const said: string[] = [];
  await inOrder([30, 1, 10, 2], {
    wide: 4,
    laneOf: String,
    async prepare(ms) {
      await pause(ms);
      return [async () => void said.push(`report ${ms}`), async () => void said.push(`rest ${ms}`)];
    },
  });

  expect(said.filter((each) => each.startsWith('report'))).toEqual(['report 30', 'report 1', 'report 10', 'report 2']);
  expect(said).toHaveLength(8);
});

test('within one lane nothing begins before what came before has ended', async () => {
  const said: string[] = [];
  const lanes = { a: 'workshop', b: 'elsewhere', c: 'workshop' } as const;
  await inOrder(['a', 'b', 'c'] as const, {
    wide: 3,
    laneOf: (name) => lanes[name],
    async prepare(name) {
      return [async () => void said.push(`${name} begins`), () => pause(10), async () => void said.push(`${name} ends`)];
    },
  });

  expect(said.indexOf('c begins')).toBeGreaterThan(said.indexOf('a ends'));
  expect(said.indexOf('b begins')).toBeLessThan(said.indexOf('a ends'));
});

test('no more are worked on at a time than was said, and a failure ends it', async () => {
  let [now, most] = [0, 0];
  await eachOf([1, 2, 3, 4, 5], 2, async () => {
    now += 1;
    most = Math.max(most, now);
    await pause(2);
    now -= 1;
  });

  expect(most).toBe(2);
  await expect(eachOf([1], 2, () => Promise.reject(new Error('no such point')))).rejects.toThrow('no such point');
});
