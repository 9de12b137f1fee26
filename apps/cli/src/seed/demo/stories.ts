import type { Random } from '../random.ts';
import type { Tale } from './tales.ts';

/** How far a demo hazard has come, and how it went. */
export type Fate =
  | 'closed'
  | 'closedLate'
  | 'sentBack'
  | 'onTheSpot'
  | 'submitted'
  | 'rectifying'
  | 'overdue'
  | 'assigned'
  | 'reported'
  | 'void'
  | 'extensionAsked'
  | 'voidAsked'
  | 'anonymous'
  | 'major';

/** 重大: a dust hazard that the criteria name. */
export const majorTale: Tale = {
  category: 'dust',
  text: '除尘系统未落实粉尘清理制度，作业现场积尘严重',
  measures: '停产清理，更换滤筒，建立清扫台账并每班验证',
  contingency: '停产撤人，断电挂牌，专人值守',
  place: '除尘间',
  notSo: '现场核实，已清理干净',
};

/** Older hazards have come to an end; those of the last days are still under way, so that every queue has work in it. */
export function fateOf(random: Random, daysAgo: number): Fate {
  if (daysAgo <= 2) return 'reported';
  if (daysAgo <= 5) return random.pick(['assigned', 'reported', 'onTheSpot']);
  if (daysAgo <= 9) return random.pick(['rectifying', 'submitted', 'assigned', 'closed']);
  if (daysAgo <= 25) return random.pick(['submitted', 'overdue', 'closed', 'closed', 'rectifying']);
  return random.pick(['closed', 'closed', 'closed', 'closed', 'closedLate', 'sentBack', 'onTheSpot', 'closed', 'void', 'closed']);
}

/** What every demo shall have, whatever the dice say: escalated work, a late acceptance, open requests, a report without a name. */
export const planted: readonly { readonly daysAgo: number; readonly fate: Fate }[] = [
  { daysAgo: 21, fate: 'overdue' },
  { daysAgo: 15, fate: 'overdue' },
  { daysAgo: 13, fate: 'submitted' },
  { daysAgo: 4, fate: 'extensionAsked' },
  { daysAgo: 1, fate: 'voidAsked' },
  { daysAgo: 2, fate: 'anonymous' },
];
