import { test } from '@changming/application/testing';
import { expect } from 'vitest';

import { interference } from './testing/non-interference.ts';

test('nothing that happens outside a branch is seen inside of it', async ({ house, database: { owner } }) => {
  const { changed, views, made } = await interference(house, owner, 12);

  expect(changed).toEqual([]);
  expect(views).toBeGreaterThan(200);
  expect(made).toBeGreaterThan(60);
}, 300_000);
