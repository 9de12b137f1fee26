import { describe, expect, it } from 'vitest';

import { isThrough } from './is-through.ts';

const photos = [{ id: 'p', sha256: 'mine', bytes: 1, takenAt: '2026-03-05T08:00:00Z' }];
const shown = (kind: 'after' | 'lookBack', round: number, sha256 = 'mine') => ({ kind, round, sha256 });

describe('work that was handed in and never answered', () => {
  it.each([
    ['it waits for acceptance with these photos', 'submitted', [shown('after', 1)], true],
    ['it waits with the photos of somebody else', 'submitted', [shown('after', 1, 'other')], false],
    ['these photos are of the round before', 'submitted', [shown('after', 0)], false],
    ['it is being rectified', 'rectifying', [shown('after', 1)], false],
  ] as const)('has come through as 报验 or not: %s', (_, stage, has, through) => {
    expect(isThrough({ kind: 'submission', photos }, { stage, reopenings: 1, photos: has })).toBe(through);
  });

  const closed = { stage: 'closed', reopenings: 0 } as const;
  it.each([
    ['it held', { ...closed, photos: [shown('lookBack', 0)] }, true],
    ['it relapsed and is open again', { stage: 'assigned', reopenings: 1, photos: [shown('lookBack', 0)] }, true],
    ['somebody else concluded it', { ...closed, photos: [shown('lookBack', 0, 'other')] }, false],
    ['nobody did', { ...closed, photos: [] }, false],
  ] as const)('has come through as 回头看 or not: %s', (_, hazard, through) => {
    expect(isThrough({ kind: 'lookBack', photos }, hazard)).toBe(through);
  });
});
