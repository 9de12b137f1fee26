import { id } from '@changming/domain/kernel';
import { hoursFilter, owedFilter, trainingCategories, trainingCauses, trainingLevels, trainingRoles } from '@changming/domain/training';
import { z } from 'zod';

import { json, route } from '../route.ts';
import { dedicated } from './dedicated.ts';
import { guarded, maybeDay, maybeResult, paged, words, workbook } from './shared.ts';

const reading = { method: 'get' as const, tags: ['training'], access: 'training.read' as const };
const standing = {
  year: z.int(),
  role: z.enum(trainingRoles),
  span: z.enum(['first', 'again']),
  hoursOwed: z.number(),
  months: z.int(),
  hours: z.number(),
  met: z.boolean(),
};

export const personHours = z
  .object({
    personId: id,
    name: z.string(),
    staffNo: words,
    title: words,
    unitId: id,
    unit: z.string(),
    hiredOn: maybeDay,
    ...standing,
  })
  .meta({ id: 'PersonHours' });
export type PersonHours = z.infer<typeof personHours>;

export const listHours = route({
  ...reading,
  path: '/training/hours',
  summary: '学时台账：每人一年的学时与要求',
  request: { query: hoursFilter },
  responses: { 200: json('学时', paged(personHours)), ...guarded },
});

export const exportHours = route({
  method: 'post',
  path: '/training/hours/documents',
  tags: ['training'],
  summary: '导出学时台账',
  access: 'training.export',
  request: { query: hoursFilter.omit({ after: true, limit: true }) },
  responses: { ...workbook, ...guarded },
});

export const unitHours = z
  .object({ unitId: id, unit: z.string(), people: z.int(), met: z.int(), owing: z.int() })
  .meta({ id: 'UnitHours' });
export type UnitHours = z.infer<typeof unitHours>;

export const sumHours = route({
  ...reading,
  path: '/training/hours/units',
  summary: '学时达标与尚不能上岗人数，按单位',
  request: { query: z.strictObject({ unitId: id.optional(), year: z.coerce.number().int().optional() }) },
  responses: { 200: json('单位', z.object({ year: z.int(), items: z.array(unitHours) })), ...guarded },
});

const level = z.enum(trainingLevels);
export const personTraining = z
  .object({
    id,
    name: z.string(),
    staffNo: words,
    unitId: id,
    unit: z.string(),
    title: words,
    hiredOn: maybeDay,
    credits: z.array(
      z.object({
        id,
        sessionId: id,
        title: words,
        category: z.enum(trainingCategories),
        level: level.nullable(),
        on: z.iso.date(),
        attended: z.boolean(),
        classHours: z.number(),
        result: maybeResult,
        score: z.int().nullable(),
        reason: words,
      }),
    ),
    owed: z.array(
      z.object({
        cause: z.enum(trainingCauses),
        causeOn: z.iso.date(),
        level,
        hoursOwed: z.number(),
        dueOn: z.iso.date(),
        metOn: maybeDay,
      }),
    ),
    dedicated: z.array(dedicated),
    standings: z.array(z.object(standing)),
  })
  .meta({ id: 'PersonTraining' });
export type PersonTraining = z.infer<typeof personTraining>;

export const readPersonTraining = route({
  ...reading,
  path: '/training/people/{personId}',
  summary: '一人一档：培训、学时、岗前应训',
  request: { params: z.strictObject({ personId: id }) },
  responses: { 200: json('培训档案', personTraining), ...guarded },
});

export const owing = z
  .object({
    personId: id,
    name: z.string(),
    staffNo: words,
    unitId: id,
    unit: z.string(),
    cause: z.enum(trainingCauses),
    causeOn: z.iso.date(),
    dueOn: z.iso.date(),
    levels: z.array(z.object({ level, metOn: maybeDay, hoursOwed: z.number(), hours: z.number() })),
    passedOn: maybeDay,
  })
  .meta({ id: 'TrainingOwing' });
export type TrainingOwing = z.infer<typeof owing>;

export const listOwed = route({
  ...reading,
  path: '/training/owed',
  summary: '岗前应训：新员工、转岗、复岗，谁尚不能上岗',
  request: { query: owedFilter },
  responses: { 200: json('岗前应训', paged(owing)), ...guarded },
});

export const countTraining = route({
  ...reading,
  path: '/training/counts',
  summary: '培训待办数',
  request: {},
  responses: {
    200: json('待办', z.object({ owing: z.int(), overdue: z.int(), toClose: z.int(), assigned: z.int(), dedicated: z.int() })),
    ...guarded,
  },
});
