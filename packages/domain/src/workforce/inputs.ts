import { z } from 'zod';

import { day, id, instant, keysetCursor, pageLimit, queryFlag, text } from '../kernel/index.ts';
import { overrideInput } from './gate-inputs.ts';
import { isIdentityNumber } from './identity-number.ts';
import { engagements, posts } from './post.ts';

/** As typed, without blanks and dashes, in capitals. */
function compact(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/** 工号: letters, digits, dots, dashes and underscores; capitals. */
export const staffNo = z
  .string()
  .max(64)
  .transform((typed) => typed.normalize('NFKC').replace(/\s/g, '').toUpperCase())
  .refine((number) => /^[A-Z0-9][A-Z0-9._-]{0,31}$/.test(number), { message: '工号只能用字母、数字、点和短横线，最长 32 位' });
export const identityNumber = z.string().max(40).transform(compact).refine(isIdentityNumber, { message: '身份证号有误，请核对 18 位号码' });
export const phone = z
  .string()
  .max(40)
  .transform(compact)
  .refine((number) => /^1\d{10}$/.test(number), { message: '手机号是 1 开头的 11 位数字' });

const sex = z.enum(['male', 'female']);

export const createPersonInput = z.strictObject({
  id: id.optional(),
  staffNo: staffNo.nullable().default(null),
  name: text(40),
  sex: sex.nullable().default(null),
  unitId: id,
  title: text(40).nullable().default(null),
  engagement: z.enum(engagements).nullable().default(null),
  hiredOn: day.nullable().default(null),
  identityNumber: identityNumber.nullable().default(null),
  phone: phone.nullable().default(null),
});
/** A number that is not given stays as it is; null takes it away. */
export const editPersonInput = z.strictObject({
  personId: id,
  version: z.int(),
  staffNo: staffNo.nullable(),
  name: text(40),
  sex: sex.nullable(),
  unitId: id,
  title: text(40).nullable(),
  engagement: z.enum(engagements).nullable(),
  hiredOn: day.nullable(),
  identityNumber: identityNumber.nullable().optional(),
  phone: phone.nullable().optional(),
});
export const rejoinInput = z.strictObject({ personId: id, unitId: id, on: day, reason: text(200) });

export const unmaskFields = ['identity', 'phone'] as const;
export const unmaskInput = z.strictObject({ personId: id, field: z.enum(unmaskFields), reason: text(200) });
export const numberTakenInput = z.strictObject({ identityNumber });

export const appointInput = z.strictObject({
  id: id.optional(),
  personId: id,
  unitId: id,
  pointId: id.nullable().default(null),
  post: z.enum(posts),
  deputy: z.boolean().default(false),
  from: day,
  /** The first day after it. */
  to: day.nullable().default(null),
  /** 放行, by somebody who may lift gates. */
  override: overrideInput.optional(),
});
export const endAppointmentInput = z.strictObject({ appointmentId: id, to: day });

export const absenceInput = z
  .strictObject({ id: id.optional(), personId: id, from: instant, until: instant, reason: text(200) })
  .refine(({ from, until }) => Date.parse(from) < Date.parse(until), { path: ['until'], message: '结束时间应晚于开始时间' });
export const endAbsenceInput = z.strictObject({ absenceId: id, until: instant });

/** `passOn`: appointments that the successor holds from that day on; every other open one ends when the person leaves. */
const handingOver = { on: day, reason: text(200), passOn: z.array(id).max(50).default([]) } as const;
export const leaveInput = z.strictObject({ personId: id, successorId: id.nullable().default(null), ...handingOver });
export const handOverInput = z.strictObject({ personId: id, successorId: id, ...handingOver });

export const personFilter = z.strictObject({
  unitId: id.optional(),
  /** 含下级 */
  withBelow: queryFlag.default(true),
  /** Part of the name, pinyin initials or 工号. */
  q: text(40).optional(),
  /** Holds this post today. */
  post: z.enum(posts).optional(),
  left: queryFlag.optional(),
  after: keysetCursor([text(40), id]).optional(),
  limit: pageLimit,
});
export type PersonFilter = z.output<typeof personFilter>;

export const appointmentFilter = z.strictObject({ on: day.optional() });

/** A place and a time: an instant, or a whole day. `knownAt`: as the product knew it then. */
export const responsibilityFilter = z
  .strictObject({
    unitId: id.optional(),
    pointId: id.optional(),
    post: z.enum(posts).optional(),
    at: instant.optional(),
    on: day.optional(),
    knownAt: instant.optional(),
  })
  .refine(({ unitId, pointId }) => unitId !== undefined || pointId !== undefined, { path: ['unitId'], message: '请选择单位或点位' })
  .refine(({ at, on }) => at === undefined || on === undefined, { path: ['on'], message: '时刻和日期只填一个' });
export type ResponsibilityFilter = z.output<typeof responsibilityFilter>;

export const withoutFirstFilter = z.strictObject({
  unitId: id.optional(),
  after: keysetCursor([z.coerce.number().int()]).optional(),
  limit: pageLimit,
});

/** 按工号批量选人: one a line, as pasted. */
export const pickInput = z.strictObject({ staffNos: z.array(z.string().max(64)).min(1).max(1000) });
