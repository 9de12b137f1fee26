import { test } from '@changming/application/testing';
import { describe, expect } from 'vitest';

import { faultsOf, type Stage, staged } from './testing/bad-input.ts';
import { smuggling } from './testing/hostile.ts';

const patience = 300_000;
let stage: Stage | null = null;

describe('a request that no form sends', () => {
  test(
    'is refused with a sentence or taken as it is, and is never a fault',
    async ({ house, database: { owner } }) => {
      stage ??= await staged(house, owner);

      expect(await faultsOf(stage, 5)).toEqual([]);
    },
    patience,
  );

  test(
    'is refused when it carries what it must not set',
    async ({ house, database: { owner } }) => {
      stage ??= await staged(house, owner);
      const { routes, ask, example } = stage;
      const taken: string[] = [];

      for (const route of routes)
        for (const more of smuggling(await example(route))) {
          const { status } = await ask(route, more);
          if (status !== 422)
            taken.push(`${route.key} ${JSON.stringify(more.query)} ${JSON.stringify(more.body ?? null).slice(-120)}: ${status}`);
        }

      expect(taken).toEqual([]);
    },
    patience,
  );
});
