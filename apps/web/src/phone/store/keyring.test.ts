import { expect, test } from 'vitest';

import { isOver } from './keyring.ts';

const kept = { idle: 900_000, until: 50_000_000, usedAt: 1_000_000 };

test.each([
  ['in use', 1_000_001, false],
  ['a moment before a quarter of an hour without use', 1_899_999, false],
  ['a quarter of an hour without use', 1_900_000, true],
  ['at the end of the shift, however it was used', 50_000_000, true],
])('the key of a shared phone: %s', (_, now, over) => {
  expect(isOver(kept, now)).toBe(over);
});
