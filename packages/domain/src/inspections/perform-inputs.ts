import { z } from 'zod';

import { hazardCategory, newHazardId, onTheSpotInput, photoHashes } from '../hazards/index.ts';
import { id, text } from '../kernel/index.ts';
import { plateCodeInput } from '../points/index.ts';
import { verdicts } from './answers.ts';
import { itemCode, reading } from './checklist-inputs.ts';
import { mostItems } from './checklist.ts';
import { nearDay } from './near-day.ts';
import { missReasons } from './occurrence.ts';

/** An instant with its offset, as the phone's clock says. */
const instant = z.iso.datetime({ offset: true }).transform((written) => new Date(written));

/** 一键上报: the failure as a hazard. What is left out is taken from the item: its category, its words, the photos of the answer. */
export const failureReport = z.strictObject({
  id: newHazardId,
  category: hazardCategory.optional(),
  text: text(2000).optional(),
  onTheSpot: onTheSpotInput.optional(),
});
export type FailureReport = z.output<typeof failureReport>;

export const answerInput = z.strictObject({
  item: itemCode,
  verdict: z.enum(verdicts).optional(),
  reading: reading.optional(),
  note: text(500).optional(),
  photos: photoHashes.default([]),
  hazard: failureReport.optional(),
});
export type AnswerInput = z.output<typeof answerInput>;

/** A check as it was done on the phone. Its id was made there, so that sending twice is sending once; the answers come in the order given. */
export const performInput = z.strictObject({
  id: z.uuidv7(),
  occurrenceId: id,
  /** The version of the checklist that the phone held; the newest where it is left out. */
  versionId: id.optional(),
  /** 扫码: the plate of the point, or why there was none to scan. */
  plateCode: plateCodeInput.optional(),
  byHand: text(200).optional(),
  startedAt: instant,
  doneAt: instant,
  answers: z.array(answerInput).min(1).max(mostItems),
  note: text(500).optional(),
  /** Said by a person who was told that it is done already: this is kept as another check beside the first. */
  again: z.boolean().default(false),
});
export type Perform = z.output<typeof performInput>;

/** 更正: a new result in the place of one's own earlier one, which stays. What was done when does not change. */
export const correctInput = z.strictObject({
  id: z.uuidv7(),
  resultId: id,
  reason: text(200),
  /** When it was made, as the phone's clock says; on arrival where it is left out. */
  correctedAt: instant.optional(),
  answers: z.array(answerInput).min(1).max(mostItems),
  note: text(500).optional(),
});
export type Correct = z.output<typeof correctInput>;

export const reportFailureInput = z.strictObject({ resultId: id, item: itemCode, ...failureReport.shape });

/** 漏查原因, for one or for many of one's branch at once. */
export const explainMissesInput = z
  .strictObject({ ids: z.array(id).min(1).max(200), reason: z.enum(missReasons), note: text(300).optional() })
  .refine(({ reason, note }) => reason !== 'other' || note !== undefined, { message: '请说明漏查原因', path: ['note'] });

export const mineFilter = z.strictObject({ on: nearDay.optional() });
