import {
  dangers,
  grades,
  hazardTies,
  incidentRefusals,
  investigationLevels,
  specialClasses,
  specialTriggers,
} from '@changming/domain/incidents';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { json, route } from '../route.ts';
import { accidentType, incident } from './list.ts';
import { at, guarded, maybeAt, maybeDay, oneIncident, words } from './shared.ts';

import {
  counts,
  casualty,
  loss,
  gradeEntry,
  clock,
  report,
  investigation,
  handling,
  measure,
  gate,
  finding,
  timeCorrection,
  event,
} from './detail-parts.ts';

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
    timeCorrections: z.array(timeCorrection),
    gates: z.array(gate),
    /** What stands first between the case and its closing, or null. */
    closingObjection: z.enum(incidentRefusals).nullable(),
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
