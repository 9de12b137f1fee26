import { z } from 'zod';

import { day, id, instant, keysetCursor, pageLimit, queryFlag, queryList, text } from '../kernel/index.ts';
import { engagements, posts } from '../workforce/index.ts';
import { trainingCauses } from './before-work.ts';
import { quickCategories, trainingCategories, trainingLevels } from './categories.ts';
import { dedicatedCauses } from './dedicated.ts';
import { sessionStates } from './session-lifecycle.ts';
import { trainingRoles } from './yearly-hours.ts';

const hours = z.number().min(0.5).max(200).multipleOf(0.5);
const what = {
  category: z.enum(trainingCategories),
  level: z.enum(trainingLevels).nullable().default(null),
} as const;
const one = { sessionId: id } as const;

/** 批量选人: whoever is in one of the units (with those below), holds one of the posts, fits the filter, or is named. */
export const audienceInput = z.strictObject({
  unitIds: z.array(id).max(200).default([]),
  withBelow: z.boolean().default(true),
  posts: z.array(z.enum(posts)).max(posts.length).default([]),
  engagements: z.array(z.enum(engagements)).max(engagements.length).default([]),
  title: text(60).optional(),
  hiredFrom: day.optional(),
  /** Only whoever still owes training before work. */
  owing: z.boolean().default(false),
  /** Only whoever still owes this training of its own. */
  dedicated: z.enum(dedicatedCauses).optional(),
  staffNos: z.array(z.string().max(40)).max(5000).default([]),
  personIds: z.array(id).max(5000).default([]),
});
export type Audience = z.output<typeof audienceInput>;

const planned = {
  ...what,
  title: text(100),
  topics: z.array(text(60)).max(20).default([]),
  startsAt: instant,
  endsAt: instant,
  classHours: hours,
  place: text(60),
  trainer: text(40),
  method: text(40).nullable().default(null),
  assessed: z.boolean().default(false),
} as const;

export const createSessionInput = z.strictObject({
  id: id.optional(),
  unitId: id,
  ...planned,
  courseId: id.nullable().default(null),
  planLineId: id.nullable().default(null),
  aboutId: id.nullable().default(null),
  audience: audienceInput.optional(),
});
export const editSessionInput = z.strictObject({ ...one, version: z.int(), ...planned });
export type SessionWords = Omit<z.output<typeof editSessionInput>, 'sessionId' | 'version'>;

export const expectInput = z.strictObject({ ...one, audience: audienceInput });
export const dismissInput = z.strictObject({ ...one, personIds: z.array(id).min(1).max(5000) });

export const attendanceMark = z.strictObject({
  personId: id,
  present: z.boolean(),
  signedInAt: instant.optional(),
  signedOutAt: instant.optional(),
  result: z.enum(['passed', 'failed']).nullable().default(null),
  score: z.int().min(0).max(100).nullable().default(null),
  note: text(200).nullable().default(null),
});
export type AttendanceMark = z.output<typeof attendanceMark>;
export const markInput = z.strictObject({ ...one, marks: z.array(attendanceMark).min(1).max(2000) });

export const signInInput = z.strictObject({ code: z.string().min(8).max(64), out: z.boolean().default(false) });
export const closeSessionInput = z.strictObject({
  ...one,
  summary: text(2000).nullable().default(null),
  photos: z.array(text(64)).max(9).default([]),
});
export const cancelSessionInput = z.strictObject({ ...one, reason: text(200) });

/** 班前会、理论学习: said, signed and closed at once. */
export const quickSessionInput = z.strictObject({
  id: id.optional(),
  unitId: id,
  category: z.enum(quickCategories),
  title: text(100),
  topics: z.array(text(60)).max(20).default([]),
  startedAt: instant,
  minutes: z.int().min(5).max(480),
  place: text(60).nullable().default(null),
  trainer: text(40).nullable().default(null),
  presentIds: z.array(id).min(1).max(500),
  absentIds: z.array(id).max(500).default([]),
  photos: z.array(text(64)).max(9).default([]),
});

export const correctCreditInput = z.strictObject({
  creditId: id,
  attended: z.boolean(),
  classHours: z.number().min(0).max(200).multipleOf(0.5),
  result: z.enum(['passed', 'failed']).nullable().default(null),
  score: z.int().min(0).max(100).nullable().default(null),
  reason: text(200),
});

export const courseInput = z.strictObject({
  id: id.optional(),
  unitId: id,
  name: text(80),
  ...what,
  classHours: hours,
  topics: z.array(text(60)).max(30).default([]),
});
export const retireCourseInput = z.strictObject({ courseId: id, on: day });

export const planLineInput = z.strictObject({
  id: id.optional(),
  title: text(100),
  ...what,
  month: z.int().min(1).max(12),
  classHours: hours,
  audience: text(100),
  people: z.int().min(0).max(1_000_000).default(0),
});
export const draftPlanInput = z.strictObject({ id: id.optional(), unitId: id, year: z.int().min(2000).max(2200) });
export const setPlanLinesInput = z.strictObject({ planId: id, version: z.int(), lines: z.array(planLineInput).max(300) });
export const approvePlanInput = z.strictObject({ planId: id });
export const startGateInput = z.strictObject({ unitId: id, from: day });

export const sessionFilter = z.strictObject({
  unitId: id.optional(),
  withBelow: queryFlag.default(true),
  category: queryList(z.enum(trainingCategories)).optional(),
  state: queryList(z.enum(sessionStates)).optional(),
  kind: z.enum(['planned', 'quick']).optional(),
  from: day.optional(),
  to: day.optional(),
  aboutId: id.optional(),
  word: text(40).optional(),
  after: keysetCursor([z.string(), id]).optional(),
  limit: pageLimit,
});

export const hoursFilter = z.strictObject({
  unitId: id.optional(),
  withBelow: queryFlag.default(true),
  year: z.coerce.number().int().min(2000).max(2200).optional(),
  role: queryList(z.enum(trainingRoles)).optional(),
  met: queryFlag.optional(),
  word: text(40).optional(),
  after: keysetCursor([z.string(), id]).optional(),
  limit: pageLimit,
});

export const owedFilter = z.strictObject({
  unitId: id.optional(),
  withBelow: queryFlag.default(true),
  cause: queryList(z.enum(trainingCauses)).optional(),
  open: queryFlag.default(true),
  from: day.optional(),
  to: day.optional(),
  after: keysetCursor([day, id]).optional(),
  limit: pageLimit,
});
