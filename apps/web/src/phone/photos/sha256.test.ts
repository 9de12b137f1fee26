import { createHash } from 'node:crypto';

import { expect, test } from 'vitest';

import { hex, reckoned, sha256 } from './sha256.ts';

test.each([0, 1, 55, 56, 63, 64, 65, 1000])('the reckoned hash of %i bytes is the one everybody else gets', async (length) => {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) % 256);
  const expected = createHash('sha256').update(bytes).digest('hex');

  expect(hex(reckoned(bytes))).toBe(expected);
  expect(await sha256(bytes)).toBe(expected);
});
