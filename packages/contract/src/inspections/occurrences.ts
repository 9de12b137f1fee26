import { explainMissesInput, mineFilter, occurrenceFilter, waiverReasons } from '@changming/domain/inspections';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { publishedChecklist } from './checklists.ts';
import { guarded, instant, maybeInstant, occurrenceShape, outcomeShape, tags, words } from './shapes.ts';

export const occurrence = z.object({ ...occurrenceShape, ...outcomeShape }).meta({ id: 'Occurrence' });
export type Occurrence = z.infer<typeof occurrence>;

const lastReading = z.object({ item: z.string(), reading: z.number(), at: instant });

export const occurrenceDetail = z
  .object({
    ...occurrenceShape,
    ...outcomeShape,
    plateCode: words,
    /** Who is expected: the holders of the post, or the person. */
    expected: z.array(z.string()),
    waivedWhy: z.enum(waiverReasons).nullable(),
    missedAt: maybeInstant,
    missReasonBy: words,
    missReasonAt: maybeInstant,
    checklist: publishedChecklist,
    lastReadings: z.array(lastReading),
    results: z.array(
      z.object({ id, doneAt: instant, recordedAt: instant, doneBy: words, failed: z.int(), corrects: id.nullable(), counts: z.boolean() }),
    ),
  })
  .meta({ id: 'OccurrenceDetail' });
export type OccurrenceDetail = z.infer<typeof occurrenceDetail>;

export const listOccurrences = route({
  method: 'get',
  path: '/inspections/occurrences',
  tags,
  summary: '应查台账',
  access: 'inspections.read',
  request: { query: occurrenceFilter },
  responses: { 200: json('应查', z.object({ items: z.array(occurrence), next: words })), ...guarded },
});

export const readOccurrence = route({
  method: 'get',
  path: '/inspections/occurrences/{occurrenceId}',
  tags,
  summary: '一次应查：检查表、上次读数、结果',
  access: 'inspections.follow',
  request: { params: z.strictObject({ occurrenceId: id }) },
  responses: { 200: json('应查', occurrenceDetail), ...guarded },
});

/** 今日任务, with everything that a phone needs to do them without a network. */
export const mine = z
  .object({
    on: z.iso.date(),
    at: instant,
    items: z.array(z.object({ ...occurrenceShape, ...outcomeShape, plateCode: words, versionId: id, lastReadings: z.array(lastReading) })),
    checklists: z.array(publishedChecklist),
    /** There is more than a phone should hold; the first are here. */
    cut: z.boolean(),
  })
  .meta({ id: 'MyInspections' });
export type MyInspections = z.infer<typeof mine>;

export const listMine = route({
  method: 'get',
  path: '/inspections/mine',
  tags,
  summary: '我今天应查的（含检查表、条目、上次读数、点位码，供离线使用）',
  access: 'inspections.follow',
  request: { query: mineFilter },
  responses: { 200: json('今日任务', mine), ...guarded },
});

export const explainMisses = route({
  method: 'post',
  path: '/inspections/occurrences/reasons',
  tags,
  summary: '说明漏查原因（可多条）',
  access: 'inspections.explain',
  request: { body: body(explainMissesInput) },
  responses: { 200: json('已说明', z.object({ explained: z.int() })), ...guarded },
});
