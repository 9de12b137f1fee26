import { id } from '@changming/domain/kernel';
import { pointKinds, sheetKinds } from '@changming/domain/points';
import {
  directMajors,
  gradingMethods,
  measureKinds,
  regradingCauses,
  riskKinds,
  riskLevels,
  riskRefusals,
  riskStages,
  riskSteps,
  scaleBody,
} from '@changming/domain/risks';
import { z } from 'zod';

export const level = z.enum(riskLevels);
const measure = z.object({ id, kind: z.enum(measureKinds), text: z.string() });
export const measureChoice = z.object({ ...measure.shape, riskId: id, risk: z.string() }).meta({ id: 'MeasureChoice' });
export type MeasureChoice = z.infer<typeof measureChoice>;
const shown = {
  id,
  number: z.string(),
  name: z.string(),
  kind: z.enum(riskKinds),
  source: z.string(),
  consequences: z.string().nullable(),
  stage: z.enum(riskStages),
  version: z.int(),
  unitId: id,
  unit: z.string(),
  pointId: id.nullable(),
  point: z.string().nullable(),
  ownerId: id.nullable(),
  owner: z.string().nullable(),
  reviewDueOn: z.iso.date().nullable(),
  method: z.enum(gradingMethods),
  /** D or R of the last grading, exact. */
  score: z.string(),
  /** Of the last grading. */
  graded: level,
  /** Of the grading published last. */
  inForce: level.nullable(),
  /** The level in force; before the first publication the proposed one. */
  level,
};
export const risk = z.object(shown).meta({ id: 'Risk' });
export type Risk = z.infer<typeof risk>;

const grading = z.object({
  round: z.int(),
  method: z.enum(gradingMethods),
  likelihood: z.string(),
  exposure: z.string().nullable(),
  consequence: z.string(),
  score: z.string(),
  /** Class of the table, 0 is the worst. */
  band: z.int(),
  level,
  scaleId: id,
  directMajor: z.enum(directMajors).nullable(),
  note: z.string().nullable(),
  assessedOn: z.iso.date(),
  assessor: z.string().nullable(),
  reviewedOn: z.iso.date().nullable(),
  reviewer: z.string().nullable(),
  publishedOn: z.iso.date().nullable(),
  publisher: z.string().nullable(),
});
const regrading = z.object({
  id,
  cause: z.enum(regradingCauses),
  subjectId: id.nullable(),
  note: z.string().nullable(),
  askedOn: z.iso.date(),
  answeredOn: z.iso.date().nullable(),
  measure: z.string().nullable(),
  asker: z.string().nullable(),
});
const event = z.object({
  id,
  step: z.string(),
  round: z.int(),
  at: z.iso.datetime(),
  note: z.string().nullable(),
  by: z.string().nullable(),
});
export const riskDetail = z
  .object({
    ...shown,
    controlPlan: z.string().nullable(),
    publishedOn: z.iso.date().nullable(),
    createdOn: z.iso.date(),
    origin: z.enum(['recorded', 'opening']),
    measures: z.array(measure),
    gradings: z.array(grading),
    regradings: z.array(regrading),
    events: z.array(event),
    /** Steps that the caller's role carries here, each with why it may not be taken now. */
    steps: z.array(z.object({ step: z.enum(riskSteps as [string, ...string[]]), objection: z.enum(riskRefusals).nullable() })),
  })
  .meta({ id: 'RiskDetail' });
export type RiskDetail = z.infer<typeof riskDetail>;

export const scale = z.object({ id, method: z.enum(gradingMethods), from: z.iso.date(), body: scaleBody }).meta({ id: 'RiskScale' });
export type RiskScale = z.infer<typeof scale>;

const colours = {
  inherent: level.nullable(),
  live: level.nullable(),
  /** The worse of the two: the colour on the map. */
  shown: level.nullable(),
  open: z.object({ hazard: z.int(), failedCheck: z.int(), missedCheck: z.int() }),
  overdue: z.int(),
};
const mapped = z.object({ pointId: id, name: z.string(), unit: z.string(), code: z.string(), x: z.int(), y: z.int(), ...colours });
export const print = z.object({ number: z.int(), code: z.string(), issuedOn: z.iso.date() });
export const riskMap = z
  .object({
    plan: z.object({
      id,
      name: z.string(),
      unitId: id,
      unit: z.string(),
      number: z.int().nullable(),
      evidenceId: id.nullable(),
    }),
    points: z.array(mapped),
    printed: print.nullable(),
  })
  .meta({ id: 'RiskMap' });
export type RiskMap = z.infer<typeof riskMap>;

const cardRisk = z.object({
  id,
  number: z.string(),
  name: z.string(),
  source: z.string(),
  consequences: z.string().nullable(),
  level,
  owner: z.string().nullable(),
  measures: z.array(measure),
});
const hung = z.object({ id, kind: z.enum(sheetKinds), name: z.string(), number: z.int(), evidenceId: id, issuedOn: z.iso.date() });
export const riskCard = z
  .object({
    point: z.object({
      id,
      name: z.string(),
      code: z.string(),
      kind: z.enum(pointKinds),
      unitId: id,
      unit: z.string(),
      keyPosition: z.boolean(),
    }),
    keeper: z.string().nullable(),
    ...colours,
    risks: z.array(cardRisk),
    sheets: z.array(hung),
  })
  .meta({ id: 'RiskCard' });
export type RiskCard = z.infer<typeof riskCard>;

export const counts = z.object({
  levels: z.object({ major: z.int(), larger: z.int(), general: z.int(), low: z.int() }),
  dueForReview: z.int(),
  draft: z.int(),
  reviewed: z.int(),
  /** To be graded again soon, or asked to be: as `due` of the list picks them. */
  due: z.int(),
});
