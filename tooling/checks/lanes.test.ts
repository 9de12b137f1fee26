import { expect, it } from 'vitest';

import { lanes } from './lanes.ts';

it('lets two small works run beside each other, a wide one alone, and everybody in order', async () => {
  const enter = lanes(2);
  const events: string[] = [];
  const work = (name: string, need: number) =>
    enter(need, async () => {
      events.push(`+${name}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      events.push(`-${name}`);
    });

  await Promise.all([work('a', 1), work('b', 1), work('wide', 2), work('c', 1)]);

  expect(events).toEqual(['+a', '+b', '-a', '-b', '+wide', '-wide', '+c', '-c']);
});
