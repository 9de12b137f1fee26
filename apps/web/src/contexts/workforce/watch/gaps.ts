import type { WatchBoard } from './queries.ts';

type BoardUnit = WatchBoard['units'][number];

/** 空岗和未签到 of a unit: those who should be there now and are not, and seats of the days ahead that nobody has. */
export function gapsOf({ running, emptyAhead }: Pick<BoardUnit, 'running' | 'emptyAhead'>): {
  readonly now: number;
  readonly ahead: number;
} {
  const now = running.filter(({ standing }) => standing === 'late' || standing === 'uncovered').length;
  return { now, ahead: emptyAhead };
}

export function hasGap(unit: BoardUnit): boolean {
  const { now, ahead } = gapsOf(unit);
  return now + ahead > 0;
}
