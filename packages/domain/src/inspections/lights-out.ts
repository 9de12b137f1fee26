import { z } from 'zod';

import { addDays, day, type Day, dayIn, id } from '../kernel/index.ts';
import type { OccurrenceTimes } from './occurrence.ts';

/** The rounds that every shift ends with. */
export const shiftRoundKinds = ['lightsOut', 'dust'] as const;
export type ShiftRoundKind = (typeof shiftRoundKinds)[number];

/**
 * How a workshop's shift stands, the worst first: not confirmed though its time has passed; in its time and not yet; before its time;
 * confirmed after its time; confirmed.
 */
export const lightsOutStandings = ['unconfirmed', 'waiting', 'ahead', 'late', 'confirmed'] as const;
export type LightsOutStanding = (typeof lightsOutStandings)[number];

export type LightsOutFacts = Pick<OccurrenceTimes, 'opensAt' | 'dueAt'> & {
  /** When it was done; null while it is not. */
  readonly doneAt: Date | null;
};

/** How one confirmation stands at an instant. A confirmation after the miss counts as late on the board, as a miss in the records. */
export function lightsOutStanding({ opensAt, dueAt, doneAt }: LightsOutFacts, now: Date): LightsOutStanding {
  if (doneAt !== null) return doneAt <= dueAt ? 'confirmed' : 'late';
  if (now < opensAt) return 'ahead';
  return now <= dueAt ? 'waiting' : 'unconfirmed';
}

/** Of several areas of one workshop the worst: it is dark only when all of it is. */
export function worstStanding(standings: readonly LightsOutStanding[]): LightsOutStanding {
  return lightsOutStandings.find((each) => standings.includes(each)) ?? 'confirmed';
}

/** Until this hour the night still belongs to the day before. */
const nightEnds = 8;
const hour = 3_600_000;

/** The day whose shifts a board shows by itself: in the night after it, still that one. */
export function boardDay(now: Date): Day {
  return dayIn(new Date(now.getTime() - nightEnds * hour));
}

/** 催办: the person and the duty leader at the miss; so many minutes later, within the hour, the head above. Where no rule says how many. */
export const defaultLightsOutParentMinutes = 25;

export type LightsOutTarget = 'person' | 'unitHead' | 'parent';

/** Whoever should have been told by `now` of a shift that was not confirmed by `missesAt`, the lowest first. */
export function lightsOutChased(missesAt: Date, now: Date, parentMinutes: number): LightsOutTarget[] {
  if (now < missesAt) return [];
  const climbed = now.getTime() >= missesAt.getTime() + parentMinutes * 60_000;
  return climbed ? ['person', 'unitHead', 'parent'] : ['person', 'unitHead'];
}

export const lightsOutFilter = z.strictObject({
  kind: z.enum(shiftRoundKinds).default('lightsOut'),
  unitId: id.optional(),
  /** The day on which the shifts began; last night's until the morning where it is left out. */
  on: day.optional(),
});
export type LightsOutFilter = z.output<typeof lightsOutFilter>;

/** As many workshops as one board shows line by line; the worst come first, and the counts are of all. */
export const mostOnBoard = 300;

/** Days back to which a board reaches. */
export const boardReach = 400;

/** Whether a day lies within what a board shows. */
export function isOnBoard(on: Day, today: Day): boolean {
  return on >= addDays(today, -boardReach) && on <= addDays(today, 1);
}
