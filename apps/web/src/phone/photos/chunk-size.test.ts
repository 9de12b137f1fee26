import { expect, test } from 'vitest';

import { firstChunk, nextChunk } from './chunk-size.ts';

test('pieces grow on a quick line and never beyond what the server takes', () => {
  let size = firstChunk;
  for (let piece = 0; piece < 10; piece += 1) size = nextChunk(size, 200);

  expect(size).toBe(1024 * 1024);
});

test('a slow or broken line gets smaller ones, down to a size that is still worth a request', () => {
  expect(nextChunk(firstChunk, 6000)).toBe(firstChunk / 2);
  expect(nextChunk(firstChunk, 3000)).toBe(firstChunk);
  let size = firstChunk;
  for (let piece = 0; piece < 10; piece += 1) size = nextChunk(size, 'failed');
  expect(size).toBe(32 * 1024);
});
