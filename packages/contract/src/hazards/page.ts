import {
  evaluationKinds,
  hazardDuties,
  hazardKinds,
  hazardLevels,
  hazardOrigins,
  keyAreas,
  listingReasons,
  lookBackReasons,
  lookBackResults,
  requestStages,
  supervisionLevels,
  supervisionStages,
  suspicions,
  treatmentStages,
  voidKinds,
  waivableCommitments,
} from '@changming/domain/hazards';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { heading, person } from './shapes.ts';

const day = z.iso.date();
const instant = z.iso.datetime();
const words = z.string().nullable();
const maybeDay = day.nullable();
const maybeId = id.nullable();
const maybePerson = person.nullable();

const plan = z.object({
  responsibleUnitId: maybeId,
  responsibleUnit: words,
  responsibleId: maybeId,
  responsible: maybePerson,
  leaderId: maybeId,
  leader: maybePerson,
  measures: words,
  funds: z.int().nullable(),
  dueOn: maybeDay,
  contingency: words,
  waived: z.array(z.enum(waivableCommitments)),
});

const treatmentPlan = z.object({
  goals: z.string(),
  methods: z.string(),
  funds: z.int(),
  organisation: z.string(),
  timeLimit: z.string(),
  safetyMeasures: z.string(),
});
const treatment = z.object({
  stage: z.enum(treatmentStages),
  confirmedById: id,
  confirmedOn: day,
  authority: words,
  toldAuthorityOn: maybeDay,
  plan: treatmentPlan.nullable(),
  draftedById: maybeId,
  approvedById: maybeId,
  approvedOn: maybeDay,
  evaluation: z.enum(evaluationKinds).nullable(),
  evaluatedById: maybeId,
  evaluatedOn: maybeDay,
});

const request = {
  id,
  stage: z.enum(requestStages),
  reason: z.string(),
  askedById: id,
  askedOn: day,
  decidedById: maybeId,
  decidedOn: maybeDay,
};
const extension = z.object({ ...request, fromOn: day, toOn: day });
const voiding = z.object({ ...request, kind: z.enum(voidKinds), duplicateOfId: maybeId });

const suggestionRecord = z.object({
  criterionIds: z.array(z.string()),
  suggestedAt: instant,
  answerDueAt: instant,
  denialReason: words,
  denialProposedById: maybeId,
  decidedById: maybeId,
  decidedOn: maybeDay,
});

export const supervision = z
  .object({
    id,
    number: z.string(),
    version: z.int(),
    stage: z.enum(supervisionStages),
    level: z.enum(supervisionLevels),
    issuer: z.string(),
    mainPersonId: id,
    requirements: z.string(),
    listedById: id,
    listedOn: day,
    dueOn: day,
    everyDays: z.int(),
    lastProgressOn: maybeDay,
    progressDueOn: maybeDay,
    delistingAskedById: maybeId,
    delistingAskedOn: maybeDay,
    delistedById: maybeId,
    delistedOn: maybeDay,
    progress: z.array(z.object({ text: z.string(), byId: id, at: instant })),
  })
  .meta({ id: 'HazardSupervision' });

const lookBack = z.object({
  hazardId: id,
  round: z.int(),
  reason: z.enum(lookBackReasons),
  fromOn: day,
  toOn: day,
  inspectorId: maybeId,
  result: z.enum(lookBackResults).nullable(),
  lookedOn: maybeDay,
});

const photo = z.object({
  kind: z.enum(['before', 'after', 'progress', 'lookBack']),
  round: z.int(),
  sha256: z.string(),
  evidenceId: maybeId,
  takenAt: instant.nullable(),
  reuse: z.object({ hazardId: maybeId, number: words, on: day }).nullable(),
  declaredBy: maybePerson,
  givenUp: z.object({ by: maybePerson, at: instant, reason: z.string() }).nullable(),
  awaited: z.boolean(),
});

const timelineEntry = z.object({
  step: z.string(),
  round: z.int(),
  at: instant,
  by: maybePerson,
  note: words,
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

const ledgerRow = z.object({
  fileName: z.string(),
  fileHash: z.string(),
  sheet: z.string(),
  row: z.int(),
  words: z.record(z.string(), z.string()),
  toldAt: instant,
});

const proposal = z.object({
  level: z.enum(hazardLevels),
  factor: z.string(),
  keyArea: z.enum(keyAreas),
  clauseIds: z.array(z.string()),
  responsibleUnitId: id,
  responsibleId: maybeId,
  dueOn: maybeDay,
  /** For each level, should triage choose another. */
  dueOnBy: z.object({ team: maybeDay, workshop: maybeDay, unit: maybeDay, major: maybeDay }),
  waived: z.array(z.enum(waivableCommitments)),
});

export const hazardDetail = z
  .object({
    ...heading,
    unit: z.object({ id, name: z.string() }),
    point: z.object({ id, name: z.string(), code: z.string() }).nullable(),
    factor: words,
    kind: z.enum(hazardKinds),
    origin: z.enum(hazardOrigins),
    clauseIds: z.array(z.string()),
    finder: maybePerson,
    foundAt: instant,
    clockSuspect: z.boolean(),
    reportedAt: instant,
    /** 晚录: entered more than 48 hours after it was found. */
    lateEntry: z.boolean(),
    plan,
    extendedFromOn: maybeDay,
    onTheSpot: z.boolean(),
    registeredOn: maybeDay,
    assignedOn: maybeDay,
    startedOn: maybeDay,
    submittedOn: maybeDay,
    submittedBy: maybePerson,
    done: words,
    spent: z.int().nullable(),
    acceptedBy: maybePerson,
    opinion: words,
    lesson: words,
    voidedOn: maybeDay,
    recurrenceOf: z.object({ id, number: z.string() }).nullable(),
    photos: z.array(photo),
    /** 缺整改前照片: no photo from before was ever announced, and why. */
    beforeLack: z.object({ by: maybePerson, at: instant, reason: z.string() }).nullable(),
    doubts: z.array(z.enum(suspicions)),
    suggestionRecord: suggestionRecord.nullable(),
    treatment: treatment.nullable(),
    extension: extension.nullable(),
    voiding: voiding.nullable(),
    supervisions: z.array(supervision),
    lookBack: lookBack.nullable(),
    timeline: z.array(timelineEntry),
    /** 期初台账: the rows of ledgers that told of it, with every cell as it was written. */
    ledgerRows: z.array(ledgerRow),
    /** Everybody named by id above. */
    people: z.array(person),
    holder: z
      .object({
        duty: z.enum(hazardDuties),
        at: z.enum(['unit', 'above', 'group', 'anonymous']),
        /** From which unit upwards it lies, where whoever reads does not see who stands there. */
        from: words,
        persons: z.array(person),
      })
      .nullable(),
    proposal: proposal.nullable(),
    reasonsToList: z.array(z.enum(listingReasons)),
    /** For each act the code by which it would be refused to the reader, or null. */
    objections: z.record(z.string(), words),
  })
  .meta({ id: 'Hazard' });
export type HazardDetail = z.infer<typeof hazardDetail>;
