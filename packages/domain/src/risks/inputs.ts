import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, queryFlag, queryList, text } from '../kernel/index.ts';
import { decimalPattern } from './decimal.ts';
import { directMajors } from './grade.ts';
import { riskLevels } from './levels.ts';
import { measureKinds } from './measures.ts';
import { changeCauses } from './review.ts';
import { riskKinds, riskStages } from './risk.ts';
import { gradingMethods } from './scale.ts';

const value = z.string().regex(decimalPattern);

/** What the assessor chose. The score and the level are the product's to reckon. */
export const gradingInput = z.strictObject({
  method: z.enum(gradingMethods),
  likelihood: value,
  exposure: value.nullable().default(null),
  consequence: value,
  directMajor: z.enum(directMajors).nullable().default(null),
  assessedOn: day,
  note: text(500).nullable().default(null),
});
export type GradingInput = z.output<typeof gradingInput>;

/** A control keeps its id when it is reworded; one that is left out is ended. */
export const measureInput = z.strictObject({ id: id.optional(), kind: z.enum(measureKinds), text: text(300) });

const content = {
  /** 风险点 */
  name: text(80),
  kind: z.enum(riskKinds),
  pointId: id.nullable().default(null),
  /** 危险源、作业步骤 */
  source: text(200),
  /** 可能发生的事故 */
  consequences: text(200).nullable().default(null),
  ownerId: id.nullable().default(null),
  /** 专项管控方案 */
  controlPlan: text(2000).nullable().default(null),
  measures: z.array(measureInput).max(40),
} as const;

export const createRiskInput = z.strictObject({ id: id.optional(), unitId: id, ...content, grading: gradingInput });
export type CreateRisk = z.output<typeof createRiskInput>;
/** 修改 of a draft, and 复评: the whole content, graded anew. */
export const editRiskInput = z.strictObject({ riskId: id, version: z.int(), ...content, grading: gradingInput });
export type EditRisk = z.output<typeof editRiskInput>;
export const riskStepInput = z.strictObject({ riskId: id, note: text(300).nullable().default(null) });
export const archiveRiskInput = z.strictObject({ riskId: id, reason: text(200) });
export const askRegradingInput = z.strictObject({ riskId: id, cause: z.enum(changeCauses), note: text(300) });

/** What another context tells when a control has failed: of the risk itself or of one of its measures. */
export const failedControl = z.strictObject({
  measureId: id,
  cause: z.enum(['failedCheck', 'hazard']),
  /** The check result or the hazard: each asks once. */
  subjectId: id,
  on: day,
});
export type FailedControl = z.output<typeof failedControl>;

const conditions = {
  unitId: id.optional(),
  withBelow: queryFlag.default(true),
  level: queryList(z.enum(riskLevels)).optional(),
  stage: queryList(z.enum(riskStages)).optional(),
  kind: queryList(z.enum(riskKinds)).optional(),
  pointId: id.optional(),
  /** Graded again by this day, or asked to be. */
  due: queryFlag.optional(),
  q: text(40).optional(),
};
/** The worst first, or those whose review is due soonest. */
const riskSorts = ['worst', 'dueSoonest'] as const;
export type RiskSort = (typeof riskSorts)[number];
export const riskFilter = z.strictObject({
  ...conditions,
  sort: z.enum(riskSorts).optional(),
  after: keysetCursor([z.coerce.number().int().min(0).max(9), z.string().max(80), id]).optional(),
  limit: pageLimit,
});
export type RiskFilter = z.output<typeof riskFilter>;
/** Measures to choose from: of a unit, with words also of those below it; `chosen` is among them whatever is asked. */
export const measureFilter = z.strictObject({ unitId: id.optional(), q: text(40).optional(), chosen: id.optional() });
export type MeasureFilter = z.output<typeof measureFilter>;
export const riskCountFilter = z.strictObject({ unitId: id.optional(), withBelow: queryFlag.default(true) });
/** The filter as it is posted for a document: its flags are flags by now. */
export const riskDocumentInput = z.strictObject({ ...conditions, withBelow: z.boolean().default(true), due: z.boolean().optional() });

/** As many rows as one register holds. */
export const mostInRegister = 20_000;
