import { id } from '@changming/domain/kernel';
import { engagements, posts } from '@changming/domain/workforce';
import { z } from 'zod';

import { refused } from '../route.ts';

export const onPerson = z.strictObject({ personId: id });
export const guarded = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;
export const days = { from: z.iso.date(), to: z.iso.date().nullable() } as const;
export const office = { post: z.enum(posts), deputy: z.boolean() } as const;

const shown = {
  id,
  staffNo: z.string().nullable(),
  name: z.string(),
  sex: z.enum(['male', 'female']).nullable(),
  title: z.string().nullable(),
  engagement: z.enum(engagements).nullable(),
  unitId: id,
  unit: z.string(),
  hiredOn: z.iso.date().nullable(),
  leftOn: z.iso.date().nullable(),
  /** Masked. */
  identity: z.string().nullable(),
  /** Masked. */
  phone: z.string().nullable(),
  version: z.int(),
  /** Held today. */
  posts: z.array(z.object({ ...office, unit: z.string() })),
} as const;
export const person = z.object(shown).meta({ id: 'Person' });
export type Person = z.infer<typeof person>;

export const personDetail = z
  .object({
    ...shown,
    /** `point` and `pointCode` name the point that is kept; empty when it lies outside the reader's branch. */
    appointments: z.array(
      z.object({
        id,
        ...office,
        unitId: id,
        unit: z.string(),
        pointId: id.nullable(),
        point: z.string().nullable(),
        pointCode: z.string().nullable(),
        ...days,
      }),
    ),
    absences: z.array(z.object({ id, from: z.iso.datetime(), until: z.iso.datetime(), reason: z.string() })),
  })
  .meta({ id: 'PersonDetail' });
export type PersonDetail = z.infer<typeof personDetail>;

const appointed = {
  appointmentId: id,
  personId: id,
  name: z.string(),
  staffNo: z.string().nullable(),
  ...office,
  unitId: id,
  pointId: id.nullable(),
  ...days,
};
export const appointment = z.object(appointed).meta({ id: 'Appointment' });
export type Appointment = z.infer<typeof appointment>;

const holder = z.object({ ...appointed, unit: z.string(), level: z.int(), away: z.boolean() });
export const responsibility = z
  .object({
    on: z.iso.date(),
    unitId: id,
    unit: z.string(),
    pointId: id.nullable(),
    answer: z.object({ post: z.enum(posts), level: z.int(), standIn: z.boolean(), persons: z.array(holder) }).nullable(),
    holders: z.array(holder),
  })
  .meta({ id: 'Responsibility' });
export type Responsibility = z.infer<typeof responsibility>;
