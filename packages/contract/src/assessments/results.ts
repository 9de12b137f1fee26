import { inPlaceNames, inPlaceStandings, lineReasons, raisingActs, runKinds, runStages } from '@changming/domain/assessments';
import { id, keysetCursor, pageLimit, queryFlag } from '@changming/domain/kernel';
import { z } from 'zod';

import { json, refused, route } from '../route.ts';
import { appealShape } from './answers.ts';

const guarded = { 401: refused, 403: refused, 404: refused, 422: refused } as const;

/** A decimal of two places as text, so that no reader rounds it. */
export const score = z.string();
const texts = z.record(z.string(), z.string());

export const line = z
  .object({
    code: z.string(),
    dimension: z.string(),
    weight: score,
    status: z.enum(['scored', 'na']),
    reason: z.enum(lineReasons).nullable(),
    numerator: z.string().nullable(),
    denominator: z.string().nullable(),
    /** In percent; null for 0/0 and for what is not counted. */
    value: score.nullable(),
    score: score.nullable(),
    adjusted: score.nullable(),
    facts: texts,
  })
  .meta({ id: 'AssessmentLine' });
export type AssessmentLine = z.infer<typeof line>;

const standing = {
  unitId: id,
  unit: z.string(),
  kind: z.string(),
  headcount: z.int().nullable(),
  status: z.enum(['scored', 'notAssessed', 'insufficientData']),
  base: score.nullable(),
  bonus: score,
  malus: score,
  final: score.nullable(),
  grade: z.string().nullable(),
  gradeBeforeVeto: z.string().nullable(),
  /** 名次 among the units of its kind that have a total. */
  place: z.int().nullable(),
  applicableWeight: score,
} as const;

export const figure = z.object({
  final: score.nullable(),
  headcount: z.int(),
  grades: z.array(z.object({ grade: z.string().nullable(), count: z.int() })),
  /** 数据不足: children with a total whose headcount is not known; absent when there is none. */
  missing: z.array(z.object({ unitId: id, unit: z.string() })).optional(),
});

export const listResults = route({
  method: 'get',
  path: '/assessments/runs/{runId}/results',
  tags: ['assessments'],
  summary: '排名：范围内单位的得分与各指标，可限于某单位之下',
  access: 'assessments.read',
  request: {
    params: z.strictObject({ runId: id }),
    query: z.strictObject({
      unitId: id.optional(),
      withBelow: queryFlag.default(true),
      kind: z.string().max(20).optional(),
      status: z.enum(['scored', 'notAssessed', 'insufficientData']).optional(),
      grade: z.string().max(40).optional(),
      sort: z.enum(['best', 'worst']).default('best'),
      after: keysetCursor([z.string().regex(/^-?\d{1,7}\.\d{2}$/), id]).optional(),
      limit: pageLimit,
    }),
  },
  responses: {
    200: json(
      '结果',
      z.object({
        items: z.array(z.object({ ...standing, lines: z.array(line) })),
        next: z.string().nullable(),
        total: z.int(),
        /** The average of the unit's direct children that were assessed, by their people; of the caller's own branch when no unit is named. */
        figure: figure.extend({ unitId: id, unit: z.string() }).nullable(),
      }),
    ),
    ...guarded,
  },
});

const receipt = z.record(z.string(), z.object({ count: z.int(), print: z.string() }));

export const readResult = route({
  method: 'get',
  path: '/assessments/runs/{runId}/results/{unitId}',
  tags: ['assessments'],
  summary: '得分的由来：公式与数字、与上期之差、怎样提高、凭据',
  access: 'assessments.read',
  request: { params: z.strictObject({ runId: id, unitId: id }) },
  responses: {
    200: json(
      '得分',
      z.object({
        ...standing,
        runId: id,
        period: z.string(),
        scheme: z.object({ code: z.string(), version: z.int(), name: z.string().nullable() }),
        stage: z.enum(runStages),
        runKind: z.enum(runKinds),
        /** How many units count in this score: itself and those below without a score of their own. */
        members: z.int(),
        parts: z.array(
          z.object({
            code: z.string().nullable(),
            share: z.string(),
            weightOn: score,
            applicableWeight: score,
            earned: score,
            base: score.nullable(),
          }),
        ),
        lines: z.array(
          z.object({
            line,
            formula: z.object({ fn: z.string(), by: z.record(z.string(), z.unknown()), facts: texts }),
            /** The measures whose records stand on each side; empty when there are no records to open. */
            records: z.object({ numerator: z.array(z.string()), denominator: z.array(z.string()) }),
            change: z.object({ before: line, scoreDelta: score.nullable() }).nullable(),
            receipts: receipt,
          }),
        ),
        bonusLines: z.array(z.object({ rule: z.string(), times: z.int(), points: score })),
        malusLines: z.array(z.object({ rule: z.string(), times: z.int(), points: score })),
        findings: z.array(z.object({ rule: z.string(), recordId: id })),
        suggested: z.array(z.object({ rule: z.string(), count: z.int() })),
        last: z
          .object({
            runId: id,
            period: z.string(),
            /** A restatement that is not published: only whoever manages runs is shown one. */
            openRestatement: z.boolean(),
            final: score.nullable(),
            grade: z.string().nullable(),
          })
          .nullable(),
        finalDelta: score.nullable(),
        gains: z.array(
          z.object({
            indicator: z.string(),
            act: z.enum(raisingActs),
            /** `over`: it would have counted until the cut-off of the run, which has passed. */
            when: z.enum(['now', 'next', 'over']),
            /** The measure whose records it is done on: `records?measure=` lists them. */
            on: z.string().nullable(),
            count: z.int(),
            scoreGain: score,
            finalGain: score.nullable(),
          }),
        ),
        /** 六到位, as the lines show them: what share of the weight of its indicators each attained, in percent. */
        sixInPlace: z.array(
          z.object({
            name: z.enum(inPlaceNames),
            standing: z.enum(inPlaceStandings),
            attained: score.nullable(),
            shownBy: z.array(z.string()),
            missing: z.array(z.string()),
          }),
        ),
        /** The average of its assessed children, when it has any. */
        figure: figure.nullable(),
        confirmed: z.object({ by: z.string().nullable(), at: z.iso.datetime() }).nullable(),
        appeals: z.array(appealShape),
        /** Why the caller may not confirm or appeal now: the code of the refusal, or null. */
        objections: z.object({ confirm: z.string().nullable(), appeal: z.string().nullable() }),
      }),
    ),
    ...guarded,
  },
});
