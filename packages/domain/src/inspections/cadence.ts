import { z } from 'zod';

import { nearDay } from './near-day.ts';
import { shifts } from './shift.ts';

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const endTime = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/);
const window = { from: time.default('00:00'), until: endTime.default('24:00') };

/** Each value once. */
function each<Value extends z.ZodType>(value: Value, most: number) {
  return z
    .array(value)
    .max(most)
    .transform((given) => [...new Set(given)]);
}

const shiftWindow = z.strictObject({ shift: z.enum(shifts), from: time, until: endTime });

/**
 * 频次. A week without weekdays, a month without a day and the longer ones are owed once, on any day of theirs; what names its days is
 * owed on each of them.
 */
export const cadence = z.discriminatedUnion('every', [
  z.strictObject({
    every: z.literal('shift'),
    shifts: z
      .array(shiftWindow)
      .min(1)
      .max(shifts.length)
      .refine((given) => new Set(given.map(({ shift }) => shift)).size === given.length, { message: '同一班次只能填写一次' }),
  }),
  z.strictObject({ every: z.literal('day'), ...window }),
  /** 1 is Monday, 7 Sunday. */
  z.strictObject({ every: z.literal('week'), weekdays: each(z.int().min(1).max(7), 7).default([]), ...window }),
  /** A day that the month does not have is its last. */
  z.strictObject({ every: z.literal('month'), dayOfMonth: z.int().min(1).max(31).nullable().default(null), ...window }),
  z.strictObject({ every: z.literal('quarter') }),
  z.strictObject({ every: z.literal('halfYear') }),
  z.strictObject({ every: z.literal('year') }),
  /** 专项: on these days and no other. */
  z.strictObject({ every: z.literal('dates'), dates: each(nearDay, 366).pipe(z.array(nearDay).min(1)), ...window }),
]);
export type Cadence = z.output<typeof cadence>;

export const cadenceNames = [
  'shift',
  'day',
  'week',
  'month',
  'quarter',
  'halfYear',
  'year',
  'dates',
] as const satisfies readonly Cadence['every'][];
export type CadenceName = (typeof cadenceNames)[number];
