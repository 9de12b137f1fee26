import { describe, expect, it } from 'vitest';

import { type DutyCandidate, onDutyAbove } from './on-duty-above.ts';

const group = { unitId: 'group', unit: '集团', unitPos: 0, keeps: true };
const mill = { unitId: 'mill', unit: '一厂', unitPos: 10, keeps: true };
const team = { unitId: 'team', unit: '一班', unitPos: 11, keeps: false };
type Unit = typeof group;
const candidate = (unit: Unit, post: DutyCandidate['post'], personId: string | null, over: Partial<DutyCandidate> = {}): DutyCandidate => ({
  ...unit,
  post,
  personId,
  checkedInAt: null,
  away: false,
  ...over,
});
const told = (rows: readonly DutyCandidate[]) =>
  onDutyAbove(rows).map(({ unitId, people }) => [unitId, ...people.map(({ personId }) => personId)]);

describe('whom one reaches now', () => {
  it('is who stands the watch of each unit above that keeps one, the nearest first, leaders before keepers', () => {
    const rows = [
      candidate(group, 'leader', 'g'),
      candidate(mill, 'keeper', 'k'),
      candidate(mill, 'leader', 'l'),
      candidate(mill, 'head', 'h'),
      candidate(team, 'head', 't'),
    ];

    expect(told(rows)).toEqual([
      ['mill', 'l', 'k'],
      ['group', 'g'],
    ]);
  });

  it('is the deputy, else the head, while a seat is empty or whoever sits there is away', () => {
    const empty = candidate(mill, 'leader', null);
    const [deputy, head] = [candidate(mill, 'deputy', 'd'), candidate(mill, 'head', 'h')];

    expect(told([empty, deputy, head])).toEqual([['mill', 'd']]);
    expect(told([candidate(mill, 'leader', 'l', { away: true }), deputy, head])).toEqual([['mill', 'd']]);
    expect(told([empty, { ...deputy, away: true }, head])).toEqual([['mill', 'h']]);
    expect(told([empty, { ...deputy, away: true }, { ...head, away: true }])).toEqual([]);
  });

  it('is the head while no watch runs, and where no unit keeps a watch the head of the nearest one', () => {
    const [deputy, head] = [candidate(mill, 'deputy', 'd'), candidate(mill, 'head', 'h')];

    expect(told([deputy, head, candidate(team, 'head', 't')])).toEqual([['mill', 'h']]);
    expect(told([{ ...head, keeps: false }, candidate(team, 'head', 't')])).toEqual([['team', 't']]);
    expect(told([])).toEqual([]);
  });
});
