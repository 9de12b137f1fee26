import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'vitest';

import { as, given, test } from '../testing/index.ts';
import { saveScheme } from './index.ts';

const guide = readFileSync(join(import.meta.dirname, '../../../../docs/zh/headquarters.md'), 'utf8');

test('the scheme that the guide writes out can be saved as it stands, and has no faults', async ({ house, database: { owner } }) => {
  const { root } = await given.group(owner);
  const { id } = await given.person(owner, root);
  const [, written = ''] = /```json\n([\s\S]*?)```/u.exec(guide) ?? [];

  const saved = await saveScheme(as(house, 'hqSafety', root, id), JSON.parse(written) as Parameters<typeof saveScheme>[1]);

  expect(saved).toEqual({ code: 'hazards-on-site', version: 1, faults: [] });
});
