import { expect, test } from 'vitest';

import { endOf } from './record-words.ts';

test('what was taken back is not shown as decided', () => {
  expect((['granted', 'denied', 'withdrawn'] as const).map(endOf)).toEqual(['decided', 'decided', 'withdrawn']);
});
