import { describe, expect, it } from 'vitest';

import { defaultLookBack, lookBackWindow, sampleSize } from './look-back-rules.ts';
import { monday } from './testing/given-hazard.ts';

describe('a look-back', () => {
  it('falls within 30 days of closing for a major hazard, from 30 to 60 for others', () => {
    expect(lookBackWindow('major', monday)).toEqual({ fromOn: '2026-02-03', toOn: '2026-03-04' });
    expect(lookBackWindow('team', monday)).toEqual({ fromOn: '2026-03-04', toOn: '2026-04-03' });
  });

  it('comes sooner where the rules of a unit say so', () => {
    const rules = { ...defaultLookBack, fromDays: 10, toDays: 20, majorToDays: 15 };

    expect(lookBackWindow('major', monday, rules).toOn).toBe('2026-02-17');
    expect(lookBackWindow('team', monday, rules)).toEqual({ fromOn: '2026-02-12', toOn: '2026-02-22' });
    expect(lookBackWindow('team', monday, { ...rules, fromDays: 30 })).toEqual({ fromOn: '2026-02-22', toOn: '2026-02-22' });
  });

  it('is drawn for a fifth and at least one, or for as many as a stricter rule says, and never for more than there are', () => {
    const half = { share: 0.5, atLeast: 3 };

    expect([0, 1, 5, 6].map((closures) => sampleSize(closures))).toEqual([0, 1, 1, 2]);
    expect([0, 1, 2, 5, 6, 7, 9].map((closures) => sampleSize(closures, half))).toEqual([0, 1, 2, 3, 3, 4, 5]);
    expect(sampleSize(8, { share: 1, atLeast: 1 })).toBe(8);
    expect(sampleSize(3, { share: 0.333, atLeast: 1 })).toBe(1);
  });
});
