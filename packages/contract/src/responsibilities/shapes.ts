import { awaitedRecords, dutyKinds, dutyPeriods, leadPeriods, occurrenceStates } from '@changming/domain/responsibilities';
import { id } from '@changming/domain/kernel';
import { posts } from '@changming/domain/workforce';
import { z } from 'zod';

import { json, refused } from '../route.ts';

export const guarded = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;
export const tags = ['responsibilities'];

export const words = z.string().nullable();
export const day = z.iso.date();
export const maybeDay = day.nullable();
export const instant = z.iso.datetime();
export const maybeInstant = instant.nullable();
export const saved = json('已保存', z.object({ id }));

export const duty = z
  .object({
    id,
    code: z.string(),
    /** Null: it comes with the product. */
    unitId: id.nullable(),
    unit: words,
    kind: z.enum(dutyKinds),
    posts: z.array(z.enum(posts)),
    unitKinds: z.array(z.string()),
    text: z.string(),
    textEn: words,
    standard: words,
    standardEn: words,
    source: z.string(),
    article: words,
    clauseCode: words,
    period: z.enum(dutyPeriods),
    highRiskPeriod: z.enum(leadPeriods).nullable(),
    times: z.int(),
    /** The acts that discharge it. */
    proof: z.array(z.string()),
    /** Records that are yet to come: until then it is shown and not counted. */
    awaited: z.array(z.enum(awaitedRecords)),
    lateDays: z.int(),
    fromOn: day,
    toOn: maybeDay,
    version: z.int(),
    mayEdit: z.boolean(),
  })
  .meta({ id: 'Duty' });
export type Duty = z.infer<typeof duty>;

export const act = z.object({ id, verb: z.string(), subjectId: id, at: instant }).meta({ id: 'DutyAct' });

export const occurrence = z
  .object({
    id,
    code: z.string(),
    kind: z.enum(dutyKinds),
    text: z.string(),
    textEn: words,
    proof: z.array(z.string()),
    unitId: id,
    unit: z.string(),
    personId: id,
    person: z.string(),
    post: z.enum(posts),
    deputy: z.boolean(),
    period: z.enum(dutyPeriods),
    periodOn: day,
    fromOn: day,
    dueOn: day,
    lateUntil: day,
    needed: z.int(),
    state: z.enum(occurrenceStates),
    doneAt: maybeInstant,
    timing: z.enum(['onTime', 'late']).nullable(),
    waivedWhy: z.enum(['left', 'away']).nullable(),
    waivedOn: maybeDay,
    acts: z.array(act),
  })
  .meta({ id: 'DutyOccurrence' });
export type DutyOccurrence = z.infer<typeof occurrence>;
