import { test } from '@changming/application/testing';
import { expect } from 'vitest';

import { walkMatrix } from './testing/matrix.ts';

const patience = 300_000;

test(
  'every role meets every route at every place with every credential as the product was described',
  async ({ house, database: { owner } }) => {
    const { asked, unexpected } = await walkMatrix(house, owner, { asks: 'dealt', walls: 'both' });

    expect(unexpected.join('\n')).toBe('');
    expect(asked).toBeGreaterThan(4000);
  },
  patience,
);
