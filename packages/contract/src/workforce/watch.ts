import { id } from '@changming/domain/kernel';
import {
  arrangeWatchInput,
  callWatchInput,
  handOverWatchInput,
  planWatchInput,
  swapWatchInput,
  watchedParts,
  watchMonth,
  watchParts,
  watchPosts,
  watchStandings,
} from '@changming/domain/workforce';
import { z } from 'zod';

import { body, json, refused, route } from '../route.ts';

const words = z.string().nullable();
const at = z.iso.datetime();
const guarded = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;
const oneShift = z.strictObject({ shiftId: id });

export const watchShift = z
  .object({
    id,
    unitId: id,
    onDay: z.iso.date(),
    part: z.enum(watchParts),
    restDay: z.boolean(),
    post: z.enum(watchPosts),
    seat: z.int(),
    fromAt: at,
    untilAt: at,
    personId: id.nullable(),
    person: words,
    /** Masked. */
    phone: words,
    checkedInAt: at.nullable(),
    onTime: z.boolean().nullable(),
    standing: z.enum(watchStandings),
    swap: z.object({ from: words, reason: z.string(), by: words, at }).nullable(),
    handOver: z.object({ notes: z.string(), givenBy: words, givenAt: at, takenBy: words, takenAt: at.nullable() }).nullable(),
    lastCall: z.object({ answered: z.boolean(), note: words, by: words, at }).nullable(),
  })
  .meta({ id: 'WatchShift' });
export type WatchShift = z.infer<typeof watchShift>;

const scheme = z.object({
  dayFrom: z.string(),
  nightFrom: z.string(),
  watched: z.array(z.enum(watchedParts)),
  leaders: z.int(),
  keepers: z.int(),
});
export type WatchScheme = z.infer<typeof scheme>;

export const watchRoster = z
  .object({
    unitId: id,
    unit: z.string(),
    month: z.string(),
    now: at,
    scheme: scheme.nullable(),
    shifts: z.array(watchShift),
    may: z.object({ plan: z.boolean(), check: z.boolean(), unmask: z.boolean() }),
  })
  .meta({ id: 'WatchRoster' });
export type WatchRoster = z.infer<typeof watchRoster>;

export const watchBoard = z
  .object({
    now: at,
    units: z.array(
      z.object({
        unitId: id,
        unit: z.string(),
        running: z.array(watchShift),
        /** Seats that nobody stands within a week. */
        emptyAhead: z.int(),
        firstEmptyAt: at.nullable(),
      }),
    ),
  })
  .meta({ id: 'WatchBoard' });
export type WatchBoard = z.infer<typeof watchBoard>;

const ownShift = z.object({
  id,
  unit: z.string(),
  onDay: z.iso.date(),
  part: z.enum(watchParts),
  restDay: z.boolean(),
  post: z.enum(watchPosts),
  fromAt: at,
  untilAt: at,
  checkedInAt: at.nullable(),
  standing: z.enum(watchStandings),
});
export type OwnWatchShift = z.infer<typeof ownShift>;

export const readRoster = route({
  method: 'get',
  path: '/watch/roster',
  tags: ['workforce'],
  summary: '值班表：一个单位一个月',
  access: 'workforce.readWatch',
  request: { query: watchMonth },
  responses: { 200: json('值班表', watchRoster), ...guarded },
});

export const exportRoster = route({
  method: 'post',
  path: '/watch/roster/documents',
  tags: ['workforce'],
  summary: '导出值班表',
  access: 'workforce.readWatch',
  request: { query: watchMonth },
  responses: {
    200: {
      description: '文件',
      content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: { type: 'string', format: 'binary' } } },
    },
    ...guarded,
    503: refused,
  },
});

export const readWatchBoard = route({
  method: 'get',
  path: '/watch/board',
  tags: ['workforce'],
  summary: '值班看板：此刻各单位谁在值班，一周内的空岗',
  access: 'workforce.readWatch',
  responses: { 200: json('看板', watchBoard), 401: refused, 403: refused },
});

export const arrangeWatch = route({
  method: 'post',
  path: '/watch/schemes',
  tags: ['workforce'],
  summary: '设置值班安排：哪些班要值、各几人',
  access: 'workforce.planWatch',
  request: { body: body(arrangeWatchInput) },
  responses: { 200: json('已设置', z.object({ id, withdrawn: z.int() })), ...guarded },
});

export const planWatch = route({
  method: 'post',
  path: '/watch/roster',
  tags: ['workforce'],
  summary: '排一个月的班：按名单轮排，或沿用上月顺序',
  access: 'workforce.planWatch',
  request: { body: body(planWatchInput) },
  responses: { 200: json('已排', z.object({ seats: z.int() })), ...guarded },
});

export const swapWatch = route({
  method: 'post',
  path: '/watch/shifts/{shiftId}/swap',
  tags: ['workforce'],
  summary: '调班',
  access: 'workforce.planWatch',
  request: { params: oneShift, body: body(swapWatchInput.omit({ shiftId: true })) },
  responses: { 200: json('已调', z.object({ id })), ...guarded },
});

export const callWatch = route({
  method: 'post',
  path: '/watch/shifts/{shiftId}/calls',
  tags: ['workforce'],
  summary: '登记值班电话抽查',
  access: 'workforce.checkWatch',
  request: { params: oneShift, body: body(callWatchInput.omit({ shiftId: true })) },
  responses: { 201: json('已登记', z.object({ id })), ...guarded },
});

export const listOwnWatch = route({
  method: 'get',
  path: '/me/watch',
  tags: ['workforce'],
  summary: '我的值班',
  access: 'workforce.standWatch',
  responses: { 200: json('班次', z.object({ now: at, items: z.array(ownShift) })), 401: refused, 403: refused },
});

export const readOwnWatch = route({
  method: 'get',
  path: '/watch/shifts/{shiftId}',
  tags: ['workforce'],
  summary: '一个班次，和上一班的交班记录',
  access: 'workforce.standWatch',
  request: { params: oneShift },
  responses: {
    200: json('班次', z.object({ now: at, mine: z.boolean(), shift: watchShift, before: watchShift.nullable() })),
    ...guarded,
  },
});

export const checkInWatch = route({
  method: 'post',
  path: '/watch/shifts/{shiftId}/check-in',
  tags: ['workforce'],
  summary: '值班签到',
  access: 'workforce.standWatch',
  request: { params: oneShift },
  responses: { 200: json('已签到', z.object({ id, checkedInAt: at })), ...guarded },
});

export const handOverWatch = route({
  method: 'post',
  path: '/watch/shifts/{shiftId}/hand-over',
  tags: ['workforce'],
  summary: '交班',
  access: 'workforce.standWatch',
  request: { params: oneShift, body: body(handOverWatchInput.omit({ shiftId: true })) },
  responses: { 200: json('已交班', z.object({ id })), ...guarded },
});

export const takeOverWatch = route({
  method: 'post',
  path: '/watch/shifts/{shiftId}/take-over',
  tags: ['workforce'],
  summary: '接班签字',
  access: 'workforce.standWatch',
  request: { params: oneShift },
  responses: { 200: json('已接班', z.object({ id })), ...guarded },
});
