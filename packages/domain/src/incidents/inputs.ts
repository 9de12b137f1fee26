import { z } from 'zod';

import { actionKinds } from '../actions/index.ts';
import { day, id, instant, text, verbatim } from '../kernel/index.ts';
import { accidentTypes } from './accident-types.ts';
import {
  causeFactors,
  chapterNames,
  dangers,
  degrees,
  eventClasses,
  findingKinds,
  grades,
  handlingMeasures,
  hazardTies,
  investigationLevels,
  natures,
  recipients,
  relations,
  reportChannels,
  reportKinds,
  responsibilities,
  specialClasses,
  specialTriggers,
} from './kinds.ts';
import { fourGates } from './gates.ts';

/** `2026-03-12T02:00:00+08:00` as an instant. */
const moment = instant.transform((said) => new Date(said));
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const people = z.int().min(0).max(100_000);
/** In 分. */
const fen = z.int().min(0).max(100_000_000_000_000);
const one = { incidentId: id } as const;

/** As many people as one report names; 特别重大 begins at a hundred serious injuries. */
export const mostCasualties = 500;
const harmed = z.int().min(0).max(mostCasualties);

/** 快报: who sees it says little, and the rest is filled in later. The same id again is the same report. */
export const reportIncidentInput = z.strictObject({
  id,
  unitId: id,
  place: text(80).nullable().default(null),
  occurredAt: moment,
  /** When it was written down: a phone without network sends it later. */
  reportedAt: moment.optional(),
  text: text(1000),
  /** As far as known: each becomes a person yet unnamed. */
  deaths: harmed.default(0),
  serious: harmed.default(0),
  minor: harmed.default(0),
  firstAid: harmed.default(0),
  missing: harmed.default(0),
  fire: z.boolean().default(false),
  fireBrigadeCalled: z.boolean().default(false),
  relatedParty: z.boolean().default(false),
  photos: z.array(sha256).max(9).default([]),
});
export type ReportIncident = z.output<typeof reportIncidentInput>;

/** 核实: when the leader was told, and what is known by then. */
export const confirmIncidentInput = z.strictObject({
  ...one,
  leaderInformedAt: moment,
  discoveredAt: moment.optional(),
  note: text(500).nullable().default(null),
});

/** 更正时间: what is not given stays. */
export const correctTimesInput = z.strictObject({
  ...one,
  version: z.int(),
  occurredAt: moment.optional(),
  discoveredAt: moment.optional(),
  leaderInformedAt: moment.optional(),
  reason: text(500),
});

/** 基本情况 that clocks and grade stand on. */
export const describeIncidentInput = z.strictObject({
  ...one,
  version: z.int(),
  text: text(1000),
  place: text(80).nullable(),
  accidentType: z.enum(accidentTypes as [(typeof accidentTypes)[number]]).nullable(),
  fire: z.boolean(),
  fireBrigadeCalled: z.boolean(),
  roadTraffic: z.boolean(),
  relatedParty: z.boolean(),
  atRisk: people,
  trapped: people,
  evacuated: z.int().min(0).max(10_000_000),
  dangers: z.array(z.enum(dangers)).max(dangers.length),
  specialClass: z.enum(specialClasses).nullable(),
  specialTriggers: z.array(z.enum(specialTriggers)).max(specialTriggers.length),
  rescueEndedAt: moment.nullable(),
});

export const recordReportInput = z.strictObject({
  ...one,
  id: id.optional(),
  recipient: z.enum(recipients),
  kind: z.enum(reportKinds).default('first'),
  channel: z.enum(reportChannels),
  toWhom: text(80),
  reportedAt: moment,
  evidence: text(500).nullable().default(null),
});

/** 伤亡人员: of somebody new, or of one listed already; what it says holds from the day `onDay`. */
export const recordCasualtyInput = z.strictObject({
  ...one,
  casualtyId: id.optional(),
  personId: id.nullable().default(null),
  name: text(40).nullable().default(null),
  /** Of somebody new an employee, of one listed as it was, if absent. */
  relation: z.enum(relations).optional(),
  degree: z.enum(degrees),
  onDay: day,
  lostDays: z.int().min(0).max(6000).nullable().default(null),
  basis: text(300).nullable().default(null),
});

export const recordLossInput = z.strictObject({
  ...one,
  id: id.optional(),
  ed1: fen,
  ed2: fen,
  ed3: fen,
  ed4: fen,
  ed5: fen,
  estimated: z.boolean(),
  basis: text(300).nullable().default(null),
});

export const decideGradeInput = z.strictObject({
  ...one,
  grade: z.enum(grades),
  eventClass: z.enum(eventClasses),
  basis: text(500),
  /** What was suggested when the decision was made: if it has changed since, the decision is refused. */
  suggested: z.enum(grades),
});

export const setResponsibilityInput = z.strictObject({ ...one, responsibility: z.enum(responsibilities), basis: text(500) });
export const recordFindingInput = z.strictObject({
  ...one,
  finding: z.enum(findingKinds),
  found: z.boolean().default(true),
  onDay: day,
  basis: text(500),
});

export const startInvestigationInput = z.strictObject({
  ...one,
  level: z.enum(investigationLevels),
  leaderId: id.nullable().default(null),
  team: z
    .array(z.strictObject({ personId: id.nullable().default(null), name: text(40), role: text(40) }))
    .max(30)
    .default([]),
});

export const writeInvestigationInput = z.strictObject({
  ...one,
  version: z.int(),
  /** Handed to a higher level when the case turned out to be graver; as it was if absent. */
  level: z.enum(investigationLevels).optional(),
  appraisalDays: z.int().min(0).max(365),
  extendedDays: z.int().min(0).max(365),
  directCause: text(1000).nullable(),
  indirectCauses: z.array(z.strictObject({ factor: z.enum(causeFactors), text: text(500) })).max(20),
  nature: z.enum(natures).nullable(),
  chapters: z.partialRecord(z.enum(chapterNames), verbatim(5000)),
  nobodyToHandle: text(300).nullable(),
  uncertifiedOperation: z.boolean(),
  unpermittedWork: z.boolean(),
});

export const submitInvestigationInput = z.strictObject(one);
export const decideInvestigationInput = z.strictObject({ ...one, body: text(80), note: text(500).nullable().default(null) });
export const sendBackInvestigationInput = z.strictObject({ ...one, note: text(500) });

export const recordHandlingInput = z.strictObject({
  ...one,
  id: id.optional(),
  personId: id.nullable().default(null),
  name: text(40),
  measure: z.enum(handlingMeasures),
  clause: text(200).nullable().default(null),
  body: text(80),
  decidedOn: day,
});
export const withdrawHandlingInput = z.strictObject({ ...one, handlingId: id, reason: text(500) });
export const executeHandlingInput = z.strictObject({ ...one, handlingId: id, executedOn: day, evidence: text(300) });

export const openMeasureInput = z.strictObject({
  ...one,
  id: id.optional(),
  kind: z.enum(actionKinds),
  title: text(120),
  detail: text(1000).nullable().default(null),
  ownerId: id,
  verifierId: id.nullable().default(null),
  dueOn: day,
});

export const tieHazardInput = z.strictObject({ ...one, hazardId: id, tie: z.enum(hazardTies) });
export const recordBriefingInput = z.strictObject({
  ...one,
  id: id.optional(),
  onDay: day,
  people: z.int().min(1).max(100_000),
  text: text(500),
});
export const confirmGateInput = z.strictObject({ ...one, gate: z.enum(fourGates), evidence: text(500) });

/** 结案: the case goes into the library; who else is to learn from it is trained by a day. */
export const closeIncidentInput = z.strictObject({
  ...one,
  lesson: text(2000),
  training: z.strictObject({ unitId: id, dueOn: day }).nullable().default(null),
});
export const assignLessonInput = z.strictObject({ ...one, unitId: id, dueOn: day });
export const reopenIncidentInput = z.strictObject({ ...one, reason: text(500) });
export const cancelDuplicateInput = z.strictObject({ ...one, ofId: id, reason: text(500) });
export const reclassifyIncidentInput = z.strictObject({ ...one, reason: text(500) });
