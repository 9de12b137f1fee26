import { chaseTargets, lightsOutFilter, lightsOutStandings, shiftRoundKinds, shifts } from '@changming/domain/inspections';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { json, route } from '../route.ts';
import { guarded, instant, maybeInstant, tags, words } from './shapes.ts';

/** Shifts of workshops, by how they stand. */
const counts = {
  owed: z.int(),
  confirmed: z.int(),
  /** Confirmed after its time. */
  late: z.int(),
  /** In its time, and not yet. */
  waiting: z.int(),
  /** Before its time. */
  ahead: z.int(),
  /** Its time has passed, and nobody has confirmed it. */
  unconfirmed: z.int(),
};

const branch = z.object({ unitId: id, unit: z.string(), hasBelow: z.boolean(), ...counts }).meta({ id: 'LightsOutBranch' });
export type LightsOutBranch = z.infer<typeof branch>;

const line = z
  .object({
    unitId: id,
    unit: z.string(),
    /** The units between it and the one the board is about. */
    path: words,
    shift: z.enum(shifts).nullable(),
    standing: z.enum(lightsOutStandings),
    /** Areas that owe a confirmation, and those that have it. */
    areas: z.int(),
    done: z.int(),
    opensAt: instant,
    dueAt: instant,
    occurrenceId: id.nullable(),
    point: words,
    doneAt: maybeInstant,
    doneBy: words,
    resultId: id.nullable(),
    readings: z.array(z.object({ text: z.string(), unit: z.string(), reading: z.number() })),
    missReason: words,
    chased: z.array(z.object({ target: z.enum(chaseTargets), at: instant })),
  })
  .meta({ id: 'LightsOutLine' });
export type LightsOutLine = z.infer<typeof line>;

export const lightsOut = z
  .object({
    kind: z.enum(shiftRoundKinds),
    on: z.iso.date(),
    at: instant,
    unitId: id,
    unit: z.string(),
    /** A day of rest by the work calendar: plans that skip these owe nothing. */
    restDay: z.boolean(),
    total: z.object(counts),
    branches: z.array(branch),
    /** The worst first. */
    lines: z.array(line),
    /** Shifts beyond those that are listed; all are counted. */
    more: z.int(),
    /** Workshops for which nobody has planned it. */
    unplanned: z.int(),
  })
  .meta({ id: 'LightsOut' });
export type LightsOut = z.infer<typeof lightsOut>;

export const readLightsOut = route({
  method: 'get',
  path: '/inspections/lights-out',
  tags,
  summary: '班后看板：各车间各班断电断气、除尘清扫的确认情况',
  access: 'inspections.read',
  request: { query: lightsOutFilter },
  responses: { 200: json('班后看板', lightsOut), ...guarded },
});
