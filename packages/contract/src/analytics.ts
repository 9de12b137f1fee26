import {
  type Column,
  columnTypes,
  type Dataset,
  type DatasetName,
  datasetNames,
  datasets,
  datasetTimes,
  headLanguages,
  operators,
  parametersOf,
  pullFormats,
} from '@changming/domain/analytics';
import { z } from 'zod';

import { json, refused, route } from './route.ts';

const catalogueColumn = z.object({
  name: z.string(),
  head: z.string(),
  meaning: z.string(),
  type: z.enum(columnTypes),
  empty: z.boolean(),
  masked: z.boolean(),
  operators: z.array(z.enum(operators)),
  codes: z.array(z.string()).optional(),
});

export const catalogueDataset = z
  .object({
    name: z.enum(datasetNames),
    title: z.string(),
    meaning: z.string(),
    key: z.string(),
    sorts: z.array(z.string()),
    times: z.array(z.enum(datasetTimes)),
    columns: z.array(catalogueColumn),
    examples: z.array(z.object({ address: z.string(), columns: z.array(z.string()) })),
  })
  .meta({ id: 'AnalyticsDataset' });
export type CatalogueDataset = z.infer<typeof catalogueDataset>;

export const listDatasets = route({
  method: 'get',
  path: '/analytics',
  tags: ['analytics'],
  summary: '数据目录：各数据集的列、含义、可用的筛选',
  access: 'analytics.read',
  request: {},
  responses: { 200: json('数据目录', z.object({ items: z.array(catalogueDataset) })), 401: refused, 403: refused },
});

const valueOf = {
  id: z.uuid(),
  code: z.string(),
  text: z.string(),
  count: z.number(),
  decimal: z.number(),
  day: z.iso.date(),
  instant: z.iso.datetime({ offset: true }),
  period: z.string(),
  flag: z.boolean(),
  list: z.string(),
} as const;

function cellOf(column: Column) {
  const value = column.type === 'code' ? z.string().meta({ enum: [...(column.codes ?? [])] }) : valueOf[column.type];
  return column.empty ? value.nullable().optional() : value.optional();
}

/** The parameters are described here and read by `pullOf`, whose refusals name them in the reader's language. */
const parameter = z.unknown().optional().meta({ type: 'string' });

const described: Readonly<Record<string, object>> = {
  select: { description: '要哪些列，用逗号隔开；不填为全部' },
  sort: { description: '按哪一列排；前面加 - 为倒序' },
  after: { description: '从哪一行之后开始：上一页答复里的 next' },
  limit: { description: '最多多少行；json 每页 100 行，最多 1000 行；csv、ndjson 不填为全部' },
  format: { enum: [...pullFormats], description: '不填时看 Accept，再不然是 json' },
  heads: { enum: [...headLanguages], description: 'CSV 的表头：zh 中文，en 列名' },
  on: { description: '业务日期：那一天终了时的样子', format: 'date' },
  knownAt: { description: '知悉时刻：系统在那一刻所知道的', format: 'date-time' },
};

const file = z.string();

/** Where a dataset is read; one route a dataset, so that each has its own parameters. */
function pullRoute<const Name extends DatasetName>(name: Name) {
  const set: Dataset = datasets[name];
  const row = z.object(Object.fromEntries(Object.entries(set.columns).map(([column, shape]) => [column, cellOf(shape)])));
  const query = Object.fromEntries(parametersOf(name).map((each) => [each, parameter.meta({ type: 'string', ...described[each] })]));
  return route({
    method: 'get',
    path: `/analytics/${name}` as const,
    tags: ['analytics'],
    summary: `数据集 ${name}`,
    access: 'analytics.read',
    request: { query: z.looseObject(query) },
    responses: {
      200: {
        description: '一页 JSON，或整份 NDJSON、CSV',
        content: {
          'application/json': { schema: z.object({ items: z.array(row), next: z.string().nullable() }) },
          'application/x-ndjson': { schema: file },
          'text/csv': { schema: file },
        },
      },
      401: refused,
      403: refused,
      404: refused,
      422: refused,
      429: refused,
    },
  });
}

export const pullUnits = pullRoute('units');
export const pullUnitHistory = pullRoute('unitHistory');
export const pullHazards = pullRoute('hazards');
export const pullLookBacks = pullRoute('lookBacks');
export const pullDueMonths = pullRoute('dueMonths');
export const pullResults = pullRoute('results');
export const pullIndicators = pullRoute('indicators');
