import {
  hazardCategories,
  hazardLevels,
  hazardSources,
  hazardStages,
  listingReasons,
  keyAreas,
  requestKinds,
  suggestionStages,
  treatmentStages,
} from '@changming/domain/hazards';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

const day = z.iso.date();
const words = z.string().nullable();
const maybeDay = day.nullable();
const maybeId = id.nullable();

export const person = z.object({ id, name: z.string(), unit: z.string() }).meta({ id: 'NamedPerson' });
export const photoReceipt = z
  .object({ declared: z.int(), missing: z.array(z.string()), complete: z.boolean() })
  .meta({ id: 'HazardPhotoReceipt' });
export const reportReceipt = z
  .object({ id, number: z.string(), unitId: id, stage: z.enum(hazardStages), photos: photoReceipt })
  .meta({ id: 'ReportReceipt' });
export type ReportReceipt = z.infer<typeof reportReceipt>;

export const stepTaken = z.object({ id, stage: z.enum(hazardStages) }).meta({ id: 'HazardStepTaken' });
export const submitted = z.object({ id, stage: z.enum(hazardStages), unitId: id, photos: photoReceipt }).meta({ id: 'HazardSubmitted' });

/** What list and page both show of a hazard. */
export const heading = {
  id,
  number: z.string(),
  place: words,
  stage: z.enum(hazardStages),
  level: z.enum(hazardLevels).nullable(),
  suggestion: z.enum(suggestionStages),
  category: z.enum(hazardCategories),
  source: z.enum(hazardSources),
  keyArea: z.enum(keyAreas),
  text: words,
  foundOn: day,
  closedOn: maybeDay,
  acceptanceDueOn: maybeDay,
  recurrences: z.int(),
  sendBacks: z.int(),
  reopenings: z.int(),
  supervised: z.boolean(),
  anonymous: z.boolean(),
  version: z.int(),
};

export const hazardSummary = z
  .object({
    ...heading,
    unitId: id,
    unit: z.string(),
    pointId: maybeId,
    point: words,
    dueOn: maybeDay,
    responsibleId: maybeId,
    responsible: words,
    overdue: z.boolean(),
    /** The photo before, once it has arrived. */
    photoId: maybeId,
    /** 缺整改前照片: why there is none. */
    beforeLack: words,
    treatmentStage: z.enum(treatmentStages).nullable(),
    /** When the next progress of a running supervision is owed. */
    progressDueOn: maybeDay,
  })
  .meta({ id: 'HazardSummary' });
export type HazardSummary = z.infer<typeof hazardSummary>;

export const ledgerPage = z
  .object({
    items: z.array(hazardSummary),
    next: words,
    /** Counted no further than 10,000. */
    total: z.object({ count: z.int(), capped: z.boolean() }),
    /** More than 1,000 hazards carry the words: the oldest of them are not shown. */
    tooMany: z.boolean(),
  })
  .meta({ id: 'HazardLedgerPage' });
export type LedgerPage = z.infer<typeof ledgerPage>;

/** What the group might list for supervision, each with the reasons that its page gives. */
export const toListPage = ledgerPage
  .pick({ next: true, total: true })
  .extend({ items: z.array(hazardSummary.extend({ reasonsToList: z.array(z.enum(listingReasons)) }).meta({ id: 'HazardToList' })) })
  .meta({ id: 'HazardToListPage' });
export type ToListPage = z.infer<typeof toListPage>;

/** What is asked of a hazard: by whom, since when, and why. A treatment plan says for itself what it is for. */
const requested = z.object({
  id,
  kind: z.enum(requestKinds),
  askedBy: words,
  askedOn: maybeDay,
  reason: words,
  /** The day to which an extension would move the deadline. */
  toOn: maybeDay,
  /** The day by which the decision matters: the deadline of the work, or of the supervision. */
  dueOn: maybeDay,
});

export const requestPage = ledgerPage
  .pick({ next: true, total: true })
  .extend({ items: z.array(hazardSummary.extend({ request: requested }).meta({ id: 'HazardRequested' })) })
  .meta({ id: 'HazardRequestPage' });
export type RequestPage = z.infer<typeof requestPage>;

export const ownTask = z
  .object({
    id,
    number: z.string(),
    stage: z.enum(hazardStages),
    level: z.enum(hazardLevels).nullable(),
    category: z.enum(hazardCategories),
    keyArea: z.enum(keyAreas),
    unit: z.string(),
    place: words,
    text: words,
    foundOn: day,
    dueOn: maybeDay,
    verb: z.enum(['hazards.rectify', 'hazards.lookBack']),
    photoId: maybeId,
  })
  .meta({ id: 'OwnHazardTask' });
export type OwnTask = z.infer<typeof ownTask>;

export const counts = z
  .object({
    counts: z.array(z.object({ stage: z.enum(hazardStages), level: z.enum(hazardLevels).nullable(), count: z.int() })),
    overdue: z.int(),
    /** More carry the words than were counted. */
    tooMany: z.boolean(),
  })
  .meta({ id: 'HazardCounts' });
