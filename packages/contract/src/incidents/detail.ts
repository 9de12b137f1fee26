import { actionStates } from '@changming/domain/actions';
import {
  causeFactors,
  chapterNames,
  clockCodes,
  clockStandings,
  dangers,
  degrees,
  findingKinds,
  fourGates,
  gradeEntryKinds,
  grades,
  handlingMeasures,
  hazardTies,
  incidentRefusals,
  investigationLevels,
  natures,
  recipients,
  relations,
  reportChannels,
  reportKinds,
  specialClasses,
  specialTriggers,
} from '@changming/domain/incidents';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { json, route } from '../route.ts';
import { accidentType, incident } from './list.ts';
import { at, guarded, maybeAt, maybeDay, oneIncident, words } from './shared.ts';

const counts = { deaths: z.int(), serious: z.int(), minor: z.int(), missing: z.int() };

const casualty = z.object({
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

const loss = z.object({
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
const gradeEntry = z.object({
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

const clock = z.object({
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

const report = z.object({
  id,
  recipient: z.enum(recipients),
  kind: z.enum(reportKinds),
  channel: z.enum(reportChannels),
  toWhom: z.string(),
  reportedAt: at,
  evidence: words,
  by: words,
});

const investigation = z.object({
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

const handling = z.object({
  id,
  personId: id.nullable(),
  name: z.string(),
  measure: z.enum(handlingMeasures),
  clause: words,
  body: z.string(),
  decidedOn: z.iso.date(),
  executedOn: maybeDay,
  evidence: words,
});

const measure = z.object({
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
const gate = z.object({
  gate: z.enum(fourGates),
  unproven: z.enum(incidentRefusals).nullable(),
  confirmed: z.boolean(),
  by: words,
  at: maybeAt,
  evidence: words,
});

const finding = z.object({
  id,
  finding: z.enum(findingKinds),
  found: z.boolean(),
  onDay: z.iso.date(),
  basis: z.string(),
  by: words,
  recordedAt: at,
});

const event = z.object({
  id,
  step: z.string(),
  at,
  note: words,
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  by: words,
});

const steps = ['confirm', 'investigate', 'submit', 'sendBack', 'approve', 'close', 'reopen', 'cancelDuplicate', 'reclassify'] as const;

const may = z.object({
  confirm: z.boolean(),
  record: z.boolean(),
  grade: z.boolean(),
  approve: z.boolean(),
  confirmGate: z.boolean(),
  close: z.boolean(),
  oversee: z.boolean(),
  /** What the state allows, whoever does it. */
  steps: z.array(z.enum(steps)),
});

const told = {
  version: z.int(),
  today: z.iso.date(),
  stateReason: words,
  duplicateOfId: id.nullable(),
  /** GB 6441-2025; null for types of the edition before. */
  typeCode: words,
  /** What a type of the edition before is today; several when it must be asked. */
  presentTypes: z.array(accidentType),
  injuryCode: z.string(),
  typesToChoose: z.array(accidentType),
  discoveredAt: at,
  leaderInformedAt: maybeAt,
  leader: words,
  rescueEndedAt: maybeAt,
  reporter: words,
  reportedAt: at,
  recordedAt: at,
  clockSuspect: z.boolean(),
  closedBy: words,
  reopenings: z.int(),
  libraryItemId: id.nullable(),
  fire: z.boolean(),
  fireBrigadeCalled: z.boolean(),
  roadTraffic: z.boolean(),
  relatedParty: z.boolean(),
  atRisk: z.int(),
  trapped: z.int(),
  evacuated: z.int(),
  dangers: z.array(z.enum(dangers)),
  specialClass: z.enum(specialClasses).nullable(),
  specialTriggers: z.array(z.enum(specialTriggers)),
  uncertifiedOperation: z.boolean(),
  unpermittedWork: z.boolean(),
  gradedBy: words,
  gradedAt: maybeAt,
  responsibilityBasis: words,
};

export const incidentDetail = incident
  .omit({ nextDueAt: true, lateClocks: true })
  .extend({
    ...told,
    suggested: z.enum(grades),
    provisional: z.boolean(),
    awaitsGrading: z.boolean(),
    supplementUntil: z.iso.date(),
    inWindow: z.object(counts),
    firstAid: z.int(),
    dangerReasons: z.array(z.enum(['atRisk', 'trapped', 'evacuated', ...dangers])),
    levelOwed: z.enum(investigationLevels),
    casualties: z.array(casualty),
    losses: z.array(loss),
    grades: z.array(gradeEntry),
    findings: z.array(finding),
    clocks: z.array(clock),
    reports: z.array(report),
    investigation: investigation.nullable(),
    handlings: z.array(handling),
    measures: z.array(measure),
    hazards: z.array(z.object({ hazardId: id, number: z.string(), text: words, stage: z.string(), level: words, tie: z.enum(hazardTies) })),
    briefings: z.array(z.object({ id, onDay: z.iso.date(), people: z.int(), text: z.string() })),
    trainings: z.array(
      z.object({
        id,
        title: z.string(),
        state: z.enum(['planned', 'closed', 'cancelled']),
        dueOn: maybeDay,
        heldOn: maybeDay,
        expected: z.int(),
        attended: z.int(),
      }),
    ),
    gates: z.array(gate),
    educated: z.int(),
    events: z.array(event),
    photos: z.array(z.object({ sha256: z.string(), evidenceId: id })),
    may,
  })
  .meta({ id: 'IncidentDetail' });
export type IncidentDetail = z.infer<typeof incidentDetail>;

export const readIncident = route({
  method: 'get',
  path: '/incidents/{incidentId}',
  tags: ['incidents'],
  summary: '事件详情：时限、伤亡、损失、定级、调查、四不放过',
  access: 'incidents.read',
  request: { params: oneIncident },
  responses: { 200: json('事件', incidentDetail), ...guarded },
});
