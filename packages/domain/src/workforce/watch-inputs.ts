import { z } from 'zod';

import { id, text } from '../kernel/index.ts';
import { watchedParts } from './watch.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: '请填写时间，如 20:00' });
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { message: '请填写月份，如 2026-01' });
const people = z
  .array(id)
  .max(60)
  .transform((given) => [...new Set(given)]);

export const arrangeWatchInput = z
  .strictObject({
    unitId: id,
    dayFrom: time.default('08:00'),
    nightFrom: time.default('20:00'),
    /** Empty: the unit keeps no watch any more. */
    watched: z
      .array(z.enum(watchedParts))
      .max(4)
      .transform((given) => [...new Set(given)]),
    leaders: z.int().min(0).max(3),
    keepers: z.int().min(0).max(9),
    /** Told to whoever was placed in a seat that is no longer owed. */
    reason: text(200).optional(),
  })
  .refine(({ leaders, keepers }) => leaders + keepers > 0, { message: '带班领导和值班员至少要有一人', path: ['keepers'] })
  .refine(({ dayFrom, nightFrom }) => dayFrom < nightFrom, { message: '夜班开始要晚于白班开始', path: ['nightFrom'] });

/** 排班 of a month: by lists in turn, or going on with last month's order where a list is left out. */
export const planWatchInput = z.strictObject({ unitId: id, month, leaders: people.optional(), keepers: people.optional() });

export const swapWatchInput = z.strictObject({ shiftId: id, personId: id.nullable(), reason: text(200) });
export const checkInInput = z.strictObject({ shiftId: id });
export const handOverWatchInput = z.strictObject({ shiftId: id, notes: text(1000) });
export const takeOverWatchInput = z.strictObject({ shiftId: id });
export const callWatchInput = z.strictObject({ shiftId: id, answered: z.boolean(), note: text(200).optional() });
export const watchMonth = z.strictObject({ unitId: id, month });
