import type { ControlLevel } from '../risks/index.ts';
import type { Post } from '../workforce/index.ts';
import type { Cadence } from './cadence.ts';

/** Days of a month, a quarter, half a year and a year, as rules of frequency count them. */
const nominal = { day: 1, shift: 1, month: 30, quarter: 90, halfYear: 180, year: 365 } as const;

/** At least once in so many days; null for single dates, which promise nothing. */
export function everyDays(cadence: Cadence): number | null {
  if (cadence.every === 'dates') return null;
  if (cadence.every === 'week') return Math.ceil(7 / Math.max(1, cadence.weekdays.length));
  return nominal[cadence.every];
}

const ofPost: Readonly<Record<Post, ControlLevel>> = {
  pointKeeper: 'team',
  staff: 'team',
  teamLeader: 'team',
  workshopHead: 'workshop',
  safetyOfficer: 'unit',
  safetyDirector: 'unit',
  unitHead: 'unit',
  firstResponsible: 'unit',
};

/**
 * 管控层级 whose look a plan is: that of the post which does it; the unit's where one person is named, for nobody knows of which rank he will
 * be. What headquarters plans for its leaders and officers is the group's.
 */
export function lookOf(post: Post | null, { ofGroup }: { readonly ofGroup: boolean }): ControlLevel {
  const level = post === null ? 'unit' : ofPost[post];
  return ofGroup && level === 'unit' ? 'group' : level;
}

/** The longest cadence that keeps to it: of several that do nobody is asked more than is owed. */
export function cadenceWithin(days: number): Cadence {
  const window = { from: '00:00', until: '24:00' };
  if (days < 7) return { every: 'day', ...window };
  if (days < nominal.month) return { every: 'week', weekdays: [], ...window };
  if (days < nominal.quarter) return { every: 'month', dayOfMonth: null, ...window };
  if (days < nominal.halfYear) return { every: 'quarter' };
  return days < nominal.year ? { every: 'halfYear' } : { every: 'year' };
}

/** Who does a plan that is proposed for a level. */
export const proposedPost = {
  team: 'pointKeeper',
  workshop: 'workshopHead',
  unit: 'unitHead',
  group: 'safetyDirector',
} as const satisfies Record<ControlLevel, Post>;
