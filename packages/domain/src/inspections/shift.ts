import { addDays, type Day, startOf } from '../kernel/index.ts';

/** 班次: the day of a factory without shifts, or 早班, 中班, 夜班. A shift belongs to the day on which it begins. */
export const shifts = ['day', 'early', 'middle', 'night'] as const;
export type Shift = (typeof shifts)[number];

/** From one time of day until another, `HH:MM`; an end at or before the beginning lies on the next day, `24:00` is the end of the day. */
export type TimeWindow = { readonly from: string; readonly until: string };

export const wholeDay: TimeWindow = { from: '00:00', until: '24:00' };

/** What a plan proposes until somebody says when the shifts of the place really change. */
export const usualShifts = {
  day: { from: '08:00', until: '18:00' },
  early: { from: '08:00', until: '16:00' },
  middle: { from: '16:00', until: '24:00' },
  night: { from: '00:00', until: '08:00' },
} as const satisfies Record<Shift, TimeWindow>;

const minute = 60_000;

/** The instants between which the window of `day` lies, in Asia/Shanghai. */
export function instantsOf(day: Day, { from, until }: TimeWindow): { readonly opensAt: Date; readonly endsAt: Date } {
  const last = until <= from ? addDays(day, 1) : day;
  return { opensAt: at(day, from), endsAt: at(last, until) };
}

/** `HH:MM` of a day as an instant; `24:00` is the beginning of the next. */
export function at(day: Day, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOf(day).getTime() + (hours * 60 + minutes) * minute);
}
