import { actionStates } from '@changming/domain/actions';
import {
  causeFactors,
  chapterNames,
  clockCodes,
  clockStandings,
  degrees,
  findingKinds,
  fourGates,
  gradeEntryKinds,
  grades,
  handlingMeasures,
  incidentRefusals,
  incidentTimes,
  investigationLevels,
  natures,
  recipients,
  relations,
  reportChannels,
  reportKinds,
} from '@changming/domain/incidents';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { at, maybeAt, maybeDay, words } from './shared.ts';

export const counts = { deaths: z.int(), serious: z.int(), minor: z.int(), missing: z.int() };

export const casualty = z.object({
  id,
  personId: id.nullable(),
  name: words,
  relation: z.enum(relations),
  degree: z.enum(degrees),
  lostDays: z.int().nullable(),
  statements: z.array(
    z.object({ degree: z.enum(degrees), onDay: z.iso.date(), lostDays: z.int().nullable(), basis: words, recordedAt: at }),
  ),
});

export const loss = z.object({
  id,
  ed1: z.int(),
  ed2: z.int(),
  ed3: z.int(),
  ed4: z.int(),
  ed5: z.int(),
  totalFen: z.int(),
  estimated: z.boolean(),
  basis: words,
  recordedAt: at,
});

/** 定级记录: what the facts suggested at each change, and what a person decided. */
export const gradeEntry = z.object({
  id,
  kind: z.enum(gradeEntryKinds),
  grade: z.enum(grades),
  suggested: z.enum(grades),
  provisional: z.boolean(),
  postWindow: z.boolean(),
  ...counts,
  lossFen: z.int(),
  asOf: at,
  basis: z.string(),
  by: words,
});

export const clock = z.object({
  id,
  code: z.enum(clockCodes),
  /** Which of several: `2026-03-13#1` of 续报, a casualty of 工伤认定. */
  key: z.string(),
  startsAt: at,
  dueAt: at,
  metAt: maybeAt,
  droppedAt: maybeAt,
  reportId: id.nullable(),
  statutory: z.boolean(),
  standing: z.enum(clockStandings),
});

export const report = z.object({
  id,
  recipient: z.enum(recipients),
  kind: z.enum(reportKinds),
  channel: z.enum(reportChannels),
  toWhom: z.string(),
  reportedAt: at,
  evidence: words,
  by: words,
});

export const investigation = z.object({
  version: z.int(),
  level: z.enum(investigationLevels),
  leaderId: id.nullable(),
  leader: words,
  team: z.array(z.object({ personId: id.nullable(), name: z.string(), role: z.string() })),
  startedOn: z.iso.date(),
  appraisalDays: z.int(),
  extendedDays: z.int(),
  directCause: words,
  indirectCauses: z.array(z.object({ factor: z.enum(causeFactors), text: z.string() })),
  nature: z.enum(natures).nullable(),
  chapters: z.partialRecord(z.enum(chapterNames), z.string()),
  nobodyToHandle: words,
  submittedBy: words,
  submittedAt: maybeAt,
  approvedBy: words,
  approvedAt: maybeAt,
  approvedByBody: words,
  note: words,
});

export const handling = z.object({
  id,
  personId: id.nullable(),
  name: z.string(),
  measure: z.enum(handlingMeasures),
  clause: words,
  body: z.string(),
  decidedOn: z.iso.date(),
  executedOn: maybeDay,
  evidence: words,
  /** A decision that was withdrawn proves nothing. */
  withdrawn: z.object({ at, reason: z.string(), by: words }).nullable(),
});

export const measure = z.object({
  id,
  number: z.string(),
  subjectId: id,
  kind: z.string(),
  title: z.string(),
  ownerId: id,
  owner: z.string(),
  verifierId: id.nullable(),
  verifier: words,
  dueOn: z.iso.date(),
  state: z.enum(actionStates),
  doneOn: maybeDay,
  effect: z.enum(['effective', 'ineffective']).nullable(),
});

/** 四不放过: why the records do not prove a gate, or null, and who confirmed it. */
export const gate = z.object({
  gate: z.enum(fourGates),
  unproven: z.enum(incidentRefusals).nullable(),
  confirmed: z.boolean(),
  by: words,
  at: maybeAt,
  evidence: words,
});

export const finding = z.object({
  id,
  finding: z.enum(findingKinds),
  found: z.boolean(),
  onDay: z.iso.date(),
  basis: z.string(),
  by: words,
  recordedAt: at,
});

/** 时间更正: what a time was taken for, what it is and why. */
export const timeCorrection = z.object({
  id,
  field: z.enum(incidentTimes),
  fromAt: at,
  toAt: at,
  reason: z.string(),
  by: words,
  recordedAt: at,
});

export const event = z.object({
  id,
  step: z.string(),
  at,
  note: words,
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  by: words,
});
