import { expect, it } from 'vitest';

import { createGate } from './gate.ts';

/** Work that ends when it is told to. */
function held() {
  const ends: (() => void)[] = [];
  return { ends, work: () => new Promise<string>((end) => ends.push(() => end('done'))) };
}

const settled = () => new Promise((next) => setImmediate(next));

it('runs so much at a time and the rest in the order of coming', async () => {
  const gate = createGate({ slots: 1, waiting: 10, perKey: 10 });
  const { ends, work } = held();
  const order: string[] = [];
  const all = ['a', 'b', 'c'].map((key) => gate(key, work).then(() => order.push(key)));

  await settled();
  expect(ends).toHaveLength(1);
  for (let at = 0; at < 3; at += 1) {
    ends[at]?.();
    await settled();
  }
  await Promise.all(all);

  expect(order).toEqual(['a', 'b', 'c']);
});

it('refuses one origin that fills the line, and nobody else', async () => {
  const gate = createGate({ slots: 1, waiting: 10, perKey: 2 });
  const { ends, work } = held();
  const flood = [gate('flood', work), gate('flood', work)];

  await expect(gate('flood', work)).rejects.toMatchObject({ kind: 'limited', code: 'access.too_many_attempts' });
  const other = gate('other', work);
  for (let at = 0; at < 3; at += 1) {
    await settled();
    ends[at]?.();
  }

  expect(await Promise.all([...flood, other])).toEqual(['done', 'done', 'done']);
  const again = gate('flood', () => Promise.resolve('in'));
  expect(await again).toBe('in');
});

it('refuses everybody when the line is full, and goes on after work that fails', async () => {
  const gate = createGate({ slots: 1, waiting: 1, perKey: 5 });
  const { ends, work } = held();
  const [running, waiting] = [gate('a', work), gate('b', () => Promise.reject(new Error('broken')))];

  await expect(gate('c', work)).rejects.toMatchObject({ code: 'access.too_many_attempts' });
  await settled();
  ends[0]?.();

  expect(await running).toBe('done');
  await expect(waiting).rejects.toThrow('broken');
  expect(await gate('c', () => Promise.resolve('in'))).toBe('in');
});
