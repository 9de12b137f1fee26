import { day, id } from '@changming/domain/kernel';
import {
  certainties,
  clauseCode,
  clauseKinds,
  clausesFilter,
  dayKinds,
  editionsFilter,
  endRuleInput,
  keepClauseInput,
  layers,
  ruleIds,
  rulesFilter,
  setDaysInput,
  setRuleInput,
  workdaysFilter,
} from '@changming/domain/standards';
import { z } from 'zod';

import { body, done, json, refused, route } from './route.ts';

const ruleId = z.enum(ruleIds);
const span = { from: z.iso.date(), to: z.iso.date().nullable() };
const version = {
  id,
  ruleId,
  value: z.union([z.number(), z.string()]),
  layer: z.enum(layers),
  place: z.string(),
  source: z.string(),
  article: z.string().nullable(),
  certainty: z.enum(certainties),
  override: z.boolean(),
  ...span,
};

export const ruleVersion = z.object(version).meta({ id: 'RuleVersion' });
export type RuleVersion = z.infer<typeof ruleVersion>;

export const ruleInForce = z
  .object({
    ...version,
    counts: z.enum(['people', 'perMille', 'days', 'workdays', 'hours', 'yuan', 'minutes', 'months', 'years', 'share', 'times', 'word']),
    passedOver: z.array(ruleVersion),
  })
  .meta({ id: 'RuleInForce' });
export type RuleInForce = z.infer<typeof ruleInForce>;

export const clause = z
  .object({
    id,
    code: z.string(),
    kind: z.enum(clauseKinds),
    title: z.string(),
    text: z.string(),
    source: z.string(),
    article: z.string().nullable(),
    certainty: z.enum(certainties),
    ...span,
  })
  .meta({ id: 'Clause' });
export type Clause = z.infer<typeof clause>;

const edition = z
  .object({ topic: z.string(), code: z.string(), name: z.string(), certainty: z.enum(certainties), ...span })
  .meta({ id: 'Edition' });
export const editionOf = z.object({ topic: z.string(), inForce: edition.nullable(), former: edition.nullable() }).meta({ id: 'EditionOf' });
export type EditionOf = z.infer<typeof editionOf>;

export const calendarYear = z
  .object({
    year: z.int(),
    /** Null: no official notice yet, the days are a guess. */
    notice: z.string().nullable(),
    days: z.array(
      z.object({
        day: z.iso.date(),
        kind: z.enum(dayKinds),
        name: z.string().nullable(),
        source: z.enum(['notice', 'headquarters']).nullable(),
      }),
    ),
  })
  .meta({ id: 'CalendarYear' });
export type CalendarYear = z.infer<typeof calendarYear>;

const tags: string[] = ['standards'];
const reading = { tags, access: 'standards.read' } as const;
const editing = { tags, access: 'standards.edit' } as const;
const known = { 401: refused, 403: refused, 422: refused } as const;

export const listRules = route({
  ...reading,
  method: 'get',
  path: '/standards/rules',
  summary: '某单位某日适用的规则值',
  request: { query: rulesFilter },
  responses: { 200: json('适用的规则值', z.object({ items: z.array(ruleInForce) })), ...known, 404: refused },
});

export const listRuleVersions = route({
  ...reading,
  method: 'get',
  path: '/standards/rules/{ruleId}/versions',
  summary: '一条规则的全部版本',
  request: { params: z.strictObject({ ruleId }) },
  responses: { 200: json('全部版本', z.object({ items: z.array(ruleVersion) })), ...known },
});

export const setRule = route({
  ...editing,
  method: 'post',
  path: '/standards/rules',
  summary: '设定规则值',
  request: { body: body(setRuleInput) },
  responses: { 201: json('已设定', z.object({ id })), ...known, 404: refused, 409: refused },
});

export const endRule = route({
  ...editing,
  method: 'post',
  path: '/standards/rules/{id}/end',
  summary: '终止规则值',
  request: { params: z.strictObject({ id }), body: body(endRuleInput.omit({ id: true })) },
  responses: { 204: done('已终止'), ...known, 404: refused, 409: refused },
});

export const listClauses = route({
  ...reading,
  method: 'get',
  path: '/standards/clauses',
  summary: '条款库',
  request: { query: clausesFilter },
  responses: { 200: json('条款', z.object({ items: z.array(clause), next: z.string().nullable() })), ...known },
});

export const readClause = route({
  ...reading,
  method: 'get',
  path: '/standards/clauses/{code}',
  summary: '一个条款的全部版本',
  request: { params: z.strictObject({ code: clauseCode }) },
  responses: { 200: json('全部版本', z.object({ items: z.array(clause) })), ...known, 404: refused },
});

export const keepClause = route({
  ...editing,
  method: 'post',
  path: '/standards/clauses',
  summary: '登记条款或其新版本',
  request: { body: body(keepClauseInput) },
  responses: { 201: json('已登记', z.object({ id })), ...known, 409: refused },
});

export const listEditions = route({
  ...reading,
  method: 'get',
  path: '/standards/editions',
  summary: '某日有效的法规标准版本',
  request: { query: editionsFilter },
  responses: { 200: json('版本', z.object({ items: z.array(editionOf) })), ...known },
});

const year = z.strictObject({ year: setDaysInput.shape.year });

export const readCalendar = route({
  ...reading,
  method: 'get',
  path: '/standards/calendar/{year}',
  summary: '工作日历',
  request: { params: year },
  responses: { 200: json('一年的日历', calendarYear), ...known },
});

export const setDays = route({
  ...editing,
  method: 'post',
  path: '/standards/calendar/{year}/days',
  summary: '调整工作日历',
  request: { params: year, body: body(setDaysInput.omit({ year: true })) },
  responses: { 200: json('已调整', z.object({ days: z.int() })), ...known },
});

export const addWorkdays = route({
  ...reading,
  method: 'get',
  path: '/standards/workdays',
  summary: '若干个工作日之后是哪一天',
  request: { query: workdaysFilter },
  responses: { 200: json('到期日；certain 为假表示年内放假安排未公布', z.object({ day, certain: z.boolean() })), ...known },
});
