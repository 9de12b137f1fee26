import { id, queryFlag } from '@changming/domain/kernel';
import { trainingCategories, trainingCauses, trainingLevels } from '@changming/domain/training';
import { z } from 'zod';

import { json, route } from '../route.ts';
import { dedicated } from './dedicated.ts';
import { guarded, maybeDay, maybeInstant, maybeResult, words } from './shared.ts';

const level = z.enum(trainingLevels).nullable();

const upcoming = z.object({
  id,
  title: z.string(),
  category: z.enum(trainingCategories),
  level,
  startsAt: maybeInstant,
  endsAt: maybeInstant,
  dueOn: maybeDay,
  place: words,
  trainer: words,
  unit: z.string(),
  signedInAt: maybeInstant,
  signedOutAt: maybeInstant,
});

export const myTraining = z
  .object({
    today: z.iso.date(),
    upcoming: z.array(upcoming),
    held: z.array(
      z.object({
        sessionId: id,
        title: z.string(),
        category: z.enum(trainingCategories),
        level,
        on: z.iso.date(),
        attended: z.boolean(),
        classHours: z.number(),
        result: maybeResult,
        score: z.int().nullable(),
      }),
    ),
    owed: z.array(
      z.object({
        cause: z.enum(trainingCauses),
        causeOn: z.iso.date(),
        level: z.enum(trainingLevels),
        hoursOwed: z.number(),
        dueOn: z.iso.date(),
      }),
    ),
    dedicated: z.array(dedicated),
    standing: z
      .object({
        year: z.int(),
        hoursOwed: z.number(),
        hours: z.number(),
        months: z.int(),
        span: z.enum(['first', 'again']),
        met: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'MyTraining' });
export type MyTraining = z.infer<typeof myTraining>;

export const readMyTraining = route({
  method: 'get',
  path: '/training/mine',
  tags: ['training'],
  summary: '我的培训与学时',
  access: 'training.follow',
  request: {},
  responses: { 200: json('我的培训', myTraining), ...guarded },
});

export const listTeam = route({
  method: 'get',
  path: '/training/team',
  tags: ['training'],
  summary: '点名用的人员名单',
  access: 'training.hold',
  request: { query: z.strictObject({ unitId: id, withBelow: queryFlag.default(true) }) },
  responses: {
    200: json('名单', z.object({ items: z.array(z.object({ id, name: z.string(), staffNo: words, unit: z.string() })) })),
    ...guarded,
  },
});
