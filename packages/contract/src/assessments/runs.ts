import { factTableNames, periodKinds, restatementCauses, runKinds, runStages } from '@changming/domain/assessments';
import { id, instant, keysetCursor, pageLimit } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, refused, route } from '../route.ts';
import { appealShape } from './answers.ts';

const guarded = { 401: refused, 403: refused, 404: refused, 422: refused } as const;
const ofRun = z.strictObject({ runId: id });

const counts = z.record(z.string(), z.int());

export const runShape = z
  .object({
    id,
    scheme: z.object({ code: z.string(), version: z.int(), name: z.string().nullable() }),
    /** How many its scheme switches on. */
    indicators: z.int(),
    period: z.string(),
    periodKind: z.enum(periodKinds),
    fromOn: z.iso.date(),
    /** The first day after the period. */
    untilOn: z.iso.date(),
    /** What was learnt later does not count. */
    knownAt: z.iso.datetime(),
    computedAt: z.iso.datetime(),
    /** `late`: 补算; `restated`: follows a published run. */
    kind: z.enum(runKinds),
    restatesId: id.nullable(),
    reason: z.string().nullable(),
    stage: z.enum(runStages),
    confirmDueOn: z.iso.date().nullable(),
    appealDueOn: z.iso.date().nullable(),
    publishedAt: z.iso.datetime().nullable(),
    /** Another run has taken its place. */
    supersededById: id.nullable(),
    /** The one of its scheme and period that is the score for this reader: until a restatement is published, what it restates. */
    counts: z.boolean(),
    /** The whole group's, or what the results of the reader's branch come to. */
    summary: z.object({ units: z.int(), statuses: counts, grades: counts }),
  })
  .meta({ id: 'AssessmentRun' });
export type AssessmentRun = z.infer<typeof runShape>;

export const listRuns = route({
  method: 'get',
  path: '/assessments/runs',
  tags: ['assessments'],
  summary: '考核计算的列表，期间最近的在前',
  access: 'assessments.read',
  request: {
    query: z.strictObject({
      scheme: z.string().max(40).optional(),
      period: z.string().max(7).optional(),
      /** Runs that another one has replaced are left out unless they are asked for. */
      superseded: z.enum(['true', 'false']).default('false'),
      /** Only quarters and longer periods. */
      longer: z.enum(['true', 'false']).default('false'),
      after: keysetCursor([z.iso.date(), z.iso.datetime(), id]).optional(),
      limit: pageLimit,
    }),
  },
  responses: { 200: json('计算', z.object({ items: z.array(runShape), next: z.string().nullable() })), ...guarded },
});

export const readRun = route({
  method: 'get',
  path: '/assessments/runs/{runId}',
  tags: ['assessments'],
  summary: '一次计算：阶段、期限、各步骤，以及每一步现在为何不能走',
  access: 'assessments.read',
  request: { params: ofRun },
  responses: {
    200: json(
      '计算',
      runShape.extend({
        steps: z.array(
          z.object({ step: z.string(), stage: z.string(), by: z.string().nullable(), at: z.iso.datetime(), note: z.string().nullable() }),
        ),
        /** For every step the code of the refusal that taking it now would meet, or null. */
        objections: z.record(z.string(), z.string().nullable()),
        confirmed: z.int(),
        unconfirmed: z.int(),
        openAppeals: z.int(),
        /** Those that wait for an answer, of the units that the caller may see; at most 200. */
        appeals: z.array(appealShape),
      }),
    ),
    ...guarded,
  },
});

export const orderRun = route({
  method: 'post',
  path: '/assessments/runs',
  tags: ['assessments'],
  summary: '安排计算一个期间；由后台完成，完成后可按答复中的编号读取',
  access: 'assessments.run',
  request: {
    body: body(
      z.strictObject({
        schemeCode: z.string().max(40),
        period: z.string().max(7),
        /** Only for a restatement: what was learnt later does not count. */
        knownAt: instant.optional(),
        /** Computes anew what is not published yet. */
        anew: z.boolean().optional(),
        reason: z.string().min(1).max(500).optional(),
      }),
    ),
  },
  responses: { 202: json('已安排', z.object({ id })), 409: refused, ...guarded },
});

const stepInput = body(z.strictObject({ note: z.string().min(1).max(500).optional() }));
const stepTaken = { 200: json('已推进', z.object({ stage: z.enum(runStages) })), 409: refused, ...guarded } as const;

/** 送单位确认、开放申诉、复核. */
export const moveRun = route({
  method: 'post',
  path: '/assessments/runs/{runId}/{step}',
  tags: ['assessments'],
  summary: '推进流程：ask 送单位确认，hearAppeals 开放申诉，review 复核',
  access: 'assessments.run',
  request: { params: z.strictObject({ runId: id, step: z.enum(['ask', 'hearAppeals', 'review']) }), body: stepInput },
  responses: stepTaken,
});

/** 安委会审定、发布、归档. */
export const concludeRun = route({
  method: 'post',
  path: '/assessments/runs/{runId}/conclusion/{step}',
  tags: ['assessments'],
  summary: '推进流程：finalise 安委会审定，publish 发布（须由另一人），archive 归档',
  access: 'assessments.publish',
  request: { params: z.strictObject({ runId: id, step: z.enum(['finalise', 'publish', 'archive']) }), body: stepInput },
  responses: stepTaken,
});

export const readReceipt = route({
  method: 'get',
  path: '/assessments/runs/{runId}/receipt',
  tags: ['assessments'],
  summary: '凭据：方案、输入、结果的哈希，各类记录的条数，截止时刻',
  access: 'assessments.read',
  request: { params: ofRun },
  responses: {
    200: json(
      '凭据',
      z.object({
        runId: id,
        period: z.string(),
        scheme: z.object({ code: z.string(), version: z.int() }),
        kind: z.enum(runKinds),
        knownAt: z.iso.datetime(),
        openingAt: z.iso.datetime(),
        computedAt: z.iso.datetime(),
        schemeHash: z.string(),
        inputHash: z.string(),
        resultHash: z.string(),
        facts: counts,
      }),
    ),
    ...guarded,
  },
});

export const readDiff = route({
  method: 'get',
  path: '/assessments/runs/{runId}/diff',
  tags: ['assessments'],
  summary: '重述与原结果之差：哪些单位的哪些指标变了，因为哪些记录（迟到、作废、重新打开等）',
  access: 'assessments.read',
  request: { params: ofRun, query: z.strictObject({ after: id.optional(), limit: pageLimit }) },
  responses: {
    200: json(
      '差异',
      z.object({
        against: id,
        items: z.array(
          z.object({
            unitId: id,
            unit: z.string(),
            /** In both runs, in the later one alone, or no longer assessed by itself. */
            presence: z.enum(['stays', 'came', 'left']),
            finalBefore: z.string().nullable(),
            finalAfter: z.string().nullable(),
            gradeBefore: z.string().nullable(),
            gradeAfter: z.string().nullable(),
            lines: z.array(
              z.object({
                code: z.string(),
                before: z.string().nullable(),
                after: z.string().nullable(),
                scoreDelta: z.string().nullable(),
              }),
            ),
            causes: z.array(
              z.object({
                cause: z.enum(restatementCauses),
                count: z.int(),
                recordIds: z.array(id),
                /** The first of them, with what each is called. */
                records: z.array(
                  z.object({
                    id,
                    table: z.enum(factTableNames),
                    unitId: id,
                    /** What the record is about, where that is another than itself. */
                    subjectId: id,
                    number: z.string().nullable(),
                    text: z.string().nullable(),
                    /** Null unless it is of a hazard in the branch of the reader. */
                    hazardId: id.nullable(),
                  }),
                ),
              }),
            ),
          }),
        ),
        next: z.string().nullable(),
      }),
    ),
    409: refused,
    ...guarded,
  },
});
