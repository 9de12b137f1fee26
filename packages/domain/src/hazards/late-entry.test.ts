import { expect, it } from 'vitest';

import { isLateEntry } from './late-entry.ts';

it('an entry is late from the 49th hour after the hazard was found, and never from an old ledger', () => {
  const foundAt = new Date('2026-01-18T02:00:00Z');
  const entered = (reportedAt: string, origin: 'recorded' | 'opening' = 'recorded') =>
    isLateEntry({ foundAt, reportedAt: new Date(reportedAt), origin });

  expect([entered('2026-01-20T02:00:00Z'), entered('2026-01-20T02:00:01Z')]).toEqual([false, true]);
  expect(entered('2026-03-01T00:00:00Z', 'opening')).toBe(false);
});
