import { keyAreas } from '@changming/domain/hazards';
import { occurrenceStates, roundKinds, shifts } from '@changming/domain/inspections';
import { z } from 'zod';

import { flag, many, searchOf } from '../../app/search-params.ts';
import type { DayRange } from '../../ui/day-picker.tsx';
import { dayAfter } from '../../ui/dates.ts';

const day = z.iso.date();
const branch = { unitId: z.uuid(), withBelow: flag };
const kind = many(z.enum(roundKinds));

export const checklistsSearch = searchOf({ kind, keyArea: many(z.enum(keyAreas)), retired: flag, q: z.string().max(40) });
export const plansSearch = searchOf({
  ...branch,
  kind,
  checklistId: z.uuid(),
  ended: flag,
  q: z.string().max(40),
  plan: z.uuid(),
});

const tasksShape = {
  ...branch,
  from: day,
  to: day,
  state: many(z.enum(occurrenceStates)),
  kind,
  shift: many(z.enum(shifts)),
  planId: z.uuid(),
  pointId: z.uuid(),
  unexplained: flag,
  failed: flag,
  late: flag,
  byHand: flag,
};
export const tasksSearch = searchOf({ ...tasksShape, check: z.uuid() });
export type TasksSearch = Omit<z.output<typeof tasksSearch>, 'check'>;

export const coverageSearch = searchOf({ unitId: z.uuid(), period: z.string().max(8), from: day, to: day, kind });
export type CoverageAsked = z.output<typeof coverageSearch>;

/** Two days of the address are one range of the query bar. */
export type TasksBar = Omit<TasksSearch, 'from' | 'to'> & { readonly days?: DayRange | undefined };

export function barOf({ from, to, ...rest }: TasksSearch, today: string): TasksBar {
  return { ...rest, days: daysOf({ from, to }, today) };
}

export function searchOfBar({ days, ...rest }: TasksBar): TasksSearch {
  return { ...rest, from: days?.from, to: days?.to };
}

const week = 6;

/** The days asked for; the last seven where the address names none. */
export function daysOf({ from, to }: DayRange, today: string): { readonly from: string; readonly to: string } {
  const last = to ?? (from === undefined || from < today ? today : from);
  return { from: from ?? dayAfter(last, -week), to: last };
}
