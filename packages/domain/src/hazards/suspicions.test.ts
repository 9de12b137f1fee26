import { describe, expect, it } from 'vitest';

import { type HandedIn, suspicionsOf } from './suspicions.ts';

const honest: HandedIn = {
  beforeHashes: ['before'],
  afterHashes: ['after'],
  reusedHashes: [],
  assignedAt: new Date('2026-02-02T08:00:00Z'),
  submittedAt: new Date('2026-02-02T08:05:00Z'),
  takenAt: new Date('2026-02-02T08:00:00Z'),
  metresAway: 500,
  onTheSpot: false,
};
const suspected = (over: Partial<HandedIn>) => suspicionsOf({ ...honest, ...over });

describe('signs of rectification on paper only', () => {
  it('are none in ordinary work, up to the very limits', () => {
    expect(suspicionsOf(honest)).toEqual([]);
    expect(suspected({ takenAt: null, metresAway: null })).toEqual([]);
  });

  it('are one photo for before and after, a photo of another record, haste, distance, and a photo older than the task', () => {
    expect(suspected({ afterHashes: ['after', 'before'] })).toEqual(['sameBeforeAndAfter']);
    expect(suspected({ reusedHashes: ['after'] })).toEqual(['reusedPhoto']);
    expect(suspected({ submittedAt: new Date('2026-02-02T08:04:59Z') })).toEqual(['tooQuick']);
    expect(suspected({ metresAway: 501 })).toEqual(['farAway']);
    expect(suspected({ takenAt: new Date('2026-02-02T07:59:59Z') })).toEqual(['takenBefore']);
  });

  it('do not include haste where the work was done on the spot', () => {
    expect(suspected({ onTheSpot: true, submittedAt: honest.assignedAt, takenAt: new Date('2026-02-02T07:50:00Z') })).toEqual([]);
  });
});
