import { expect, test } from 'vitest';

import { buffersFor } from './settings.ts';

const gigabyte = 2 ** 30;

test.for([
  [gigabyte / 2, '128MB'],
  [gigabyte, '128MB'],
  [gigabyte + gigabyte / 4, '160MB'],
  [4 * gigabyte, '512MB'],
  [8 * gigabyte, '1024MB'],
  [64 * gigabyte, '1024MB'],
] as const)('of %i bytes of memory the server holds %s in its own hands', ([bytes, held]) => {
  expect(buffersFor(bytes)).toBe(`shared_buffers = ${held}`);
});
