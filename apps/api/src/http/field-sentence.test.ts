import { fieldSentence } from '@changming/phrases';
import { body, done, route } from '@changming/contract/route';
import { keysetCursor, queryList } from '@changming/domain/kernel';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { z } from 'zod';

import { contextApp, served } from './context-app.ts';
import type { ApiEnv } from './env.ts';

const form = z.strictObject({
  name: z.string().min(2).max(4),
  stage: z.enum(['draft', 'published']),
  count: z.int().min(1),
  on: z.iso.date(),
  unitId: z.uuid(),
  tags: z.array(z.string()).max(1),
  code: z.string().regex(/^\d{6}$/, { message: '动态口令是 6 位数字' }),
  mark: z.string().regex(/^[a-z]$/),
  to: z.string().refine((day) => day > '2026', { message: '截止日期不能早于开始日期' }),
});
const good = {
  name: '一厂',
  stage: 'draft',
  count: 1,
  on: '2026-03-05',
  unitId: '0198c0de-0000-7000-8000-000000000001',
  tags: [],
  code: '123456',
  mark: 'a',
  to: '2027-01-01',
};

test.each([
  [{ name: undefined }, '请填写'],
  [{ name: 7 }, '类型不对，应当是文字'],
  [{ name: '厂' }, '至少 2 个字'],
  [{ name: '东城第一厂' }, '最多 4 个字'],
  [{ stage: 'lost' }, '只能是其中之一：draft、published'],
  [{ count: 0 }, '不能小于 1'],
  [{ on: '2026-02-30' }, '请填写存在的日期，如 2026-03-05'],
  [{ unitId: 'x' }, '不是有效的编号'],
  [{ tags: ['a', 'b'] }, '最多 1 项'],
  [{ code: '12' }, '动态口令是 6 位数字'],
  [{ mark: '1' }, '格式不对'],
  [{ colour: 'red' }, '不认识的项：colour'],
  [{ to: '2025-01-01' }, '截止日期不能早于开始日期'],
])('%j: %s', (spoilt, sentence) => {
  const given = { ...good, ...spoilt };
  const { error } = form.safeParse(given);

  expect(error?.issues.map((issue) => fieldSentence(issue, given))).toEqual([sentence]);
});

test('in English it is an English sentence', () => {
  const given = { ...good, count: 'many' };
  const { error } = form.safeParse(given);

  expect(error?.issues.map((issue) => fieldSentence(issue, given, 'en'))).toEqual(['Of the wrong kind: a number expected']);
});

/** Sentences by the place in the form, whatever words the schemas have of their own. */
function sentencesOf(schema: z.ZodType, given: unknown): Record<string, string> {
  const { error } = schema.safeParse(given, { error: () => 'in words of another language' });
  return Object.fromEntries((error?.issues ?? []).map((issue) => [issue.path.join('/'), fieldSentence(issue, given)]));
}

test('what is missing is told by what was given, in rows of a list as well', () => {
  const rows = z.object({ rows: z.array(z.object({ name: z.string(), at: z.object({ x: z.number() }) })) });

  expect(
    sentencesOf(rows, { rows: [{ name: '一', at: { x: 1 } }, { at: {} }, { name: undefined, at: 7 }, { name: null, at: { x: '1' } }] }),
  ).toEqual({
    'rows/1/name': '请填写',
    'rows/1/at/x': '请填写',
    'rows/2/name': '请填写',
    'rows/2/at': '类型不对，应当是一组内容',
    'rows/3/name': '类型不对，应当是文字',
    'rows/3/at/x': '类型不对，应当是数字',
  });
  expect(sentencesOf(rows, {})).toEqual({ rows: '请填写' });
  expect(sentencesOf(rows, undefined)).toEqual({ '': '请填写' });
});

test('so it is where one of several forms would do, and of a field that every object has by birth', () => {
  const either = z.object({
    value: z.union([z.string(), z.number()]),
    part: z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), a: z.string() }), z.object({ kind: z.literal('b') })]),
    constructor: z.string(),
  });

  expect(sentencesOf(either, { part: { kind: 'a' } })).toEqual({ value: '请填写', 'part/a': '请填写', constructor: '请填写' });
  expect(sentencesOf(either, { value: true, part: {}, constructor: 'x' })).toEqual({ value: '填写有误', 'part/kind': '请填写' });
});

test('an address and a body are told alike; what was cut out of a text was given with it', async () => {
  const list = route({
    method: 'post',
    path: '/{id}',
    access: 'public',
    request: {
      params: z.object({ id: z.string() }),
      query: z.object({
        on: z.iso.date(),
        stages: queryList(z.enum(['open', 'done'])),
        after: keysetCursor([z.iso.date(), z.coerce.number()]).optional(),
      }),
      body: body(z.object({ rows: z.array(z.object({ name: z.string() })) })),
    },
    responses: { 204: done('好') },
  });
  const app = new Hono<ApiEnv>().route(
    '/',
    contextApp().openapi(served(list), (c) => c.body(null, 204)),
  );
  const asked = async (query: string, given: object) => {
    const answer = await app.request(`/1?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(given),
    });
    return answer.status === 204 ? [] : ((await answer.json()) as { errors: { pointer: string; detail: string }[] }).errors;
  };

  expect(await asked('on=&after=2026-01-02~x', {})).toEqual([
    { pointer: '#/on', detail: '请填写存在的日期，如 2026-03-05' },
    { pointer: '#/stages', detail: '请填写' },
    { pointer: '#/after', detail: '翻页标记无效，请从第一页重新查询' },
  ]);
  expect(await asked('stages=open&stages=lost', {})).toEqual([
    { pointer: '#/on', detail: '请填写' },
    { pointer: '#/stages/1', detail: '只能是其中之一：open、done' },
  ]);
  expect(await asked('on=2026-01-02&stages=open', { rows: [{}] })).toEqual([{ pointer: '#/rows/0/name', detail: '请填写' }]);
});
