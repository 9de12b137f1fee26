import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, queryFlag, queryList, text, verbatim } from '../kernel/index.ts';
import { unitKinds } from '../units/index.ts';
import { posts } from '../workforce/index.ts';
import { dutyKinds, dutyPeriods, leadCodes, leadPeriods, occurrenceStates } from './duty.ts';
import { letterStates, letterVerdicts } from './letter.ts';

const code = z.string().regex(/^[A-Z][A-Z0-9_-]{1,39}$/);
const verb = z.string().regex(/^[a-z]+\.[a-zA-Z]+$/);

/** A duty that a unit adds for its branch. */
export const addDutyInput = z.strictObject({
  id: id.optional(),
  unitId: id,
  code,
  kind: z.enum(dutyKinds).exclude(['lead']),
  posts: z.array(z.enum(posts)).min(1).max(posts.length),
  unitKinds: z.array(z.enum(unitKinds)).max(unitKinds.length).default([]),
  text: text(300),
  standard: text(200).nullable().default(null),
  source: text(100),
  article: text(60).nullable().default(null),
  clauseCode: text(60).nullable().default(null),
  period: z.enum(dutyPeriods),
  times: z.int().min(1).max(99).default(1),
  proof: z.array(verb).max(20).default([]),
  lateDays: z.int().min(0).max(366).default(7),
  fromOn: day,
});

/** A new edition takes the place of the one in force, from a day on. */
export const reviseDutyInput = addDutyInput.omit({ id: true, unitId: true, code: true }).extend({ dutyId: id });
export const endDutyInput = z.strictObject({ dutyId: id, toOn: day });

export const setQuotaInput = z.strictObject({
  id: id.optional(),
  unitId: id,
  code: z.enum(leadCodes),
  period: z.enum(leadPeriods),
  times: z.int().min(1).max(99),
});
export const endQuotaInput = z.strictObject({ quotaId: id });

export const draftCampaignInput = z.strictObject({
  id: id.optional(),
  year: z.int().min(2020).max(2100),
  name: text(60),
  template: verbatim(20_000).optional(),
  fromOn: day,
  signByOn: day,
});
export const editCampaignInput = z.strictObject({
  campaignId: id,
  name: text(60),
  template: verbatim(20_000),
  fromOn: day,
  signByOn: day,
  version: z.int(),
});
export const campaignInput = z.strictObject({ campaignId: id });

/** By name, or whatever is ready to be issued in a unit and below. */
export const issueLettersInput = z.strictObject({
  letterIds: z.array(id).min(1).max(500).optional(),
  unitId: id.optional(),
  year: z.int().optional(),
});
export const signLetterInput = z.strictObject({ letterId: id, sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export const assessLettersInput = z.strictObject({
  letterIds: z.array(id).min(1).max(500),
  verdict: z.enum(letterVerdicts),
  note: text(300).nullable().default(null),
});

const branch = { unitId: id.optional(), withBelow: queryFlag.default(true) };

export const letterFilter = z.strictObject({
  ...branch,
  year: z.coerce.number().int().optional(),
  state: queryList(z.enum(letterStates)).optional(),
  post: queryList(z.enum(posts)).optional(),
  overdue: queryFlag.optional(),
  ended: queryFlag.optional(),
  search: text(60).optional(),
  after: keysetCursor([z.coerce.number().int(), id]).optional(),
  limit: pageLimit,
});
export type LetterFilter = z.output<typeof letterFilter>;

export const coverageFilter = z.strictObject({ unitId: id.optional(), year: z.coerce.number().int().optional() });

export const occurrenceFilter = z.strictObject({
  ...branch,
  from: day.optional(),
  to: day.optional(),
  personId: id.optional(),
  kind: queryList(z.enum(dutyKinds)).optional(),
  state: queryList(z.enum(occurrenceStates)).optional(),
  after: keysetCursor([day, id]).optional(),
  limit: pageLimit,
});
export type DutyOccurrenceFilter = z.output<typeof occurrenceFilter>;

export const dutyFilter = z.strictObject({
  unitId: id.optional(),
  post: queryList(z.enum(posts)).optional(),
  kind: queryList(z.enum(dutyKinds)).optional(),
  on: day.optional(),
});
export type DutyFilter = z.output<typeof dutyFilter>;

export const leadBoardFilter = z.strictObject({ unitId: id.optional(), from: day.optional(), to: day.optional() });
