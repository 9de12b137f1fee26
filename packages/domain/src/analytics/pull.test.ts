import { describe, expect, it } from 'vitest';

import { Refusal } from '../kernel/index.ts';
import { type DatasetName, datasetNames, datasets } from './datasets/index.ts';
import { parametersOf, pullOf } from './pull.ts';

const read = (query: string, name: DatasetName = 'hazards') => {
  const named = Map.groupBy(pairsOf(query), ([parameter]) => parameter);
  return pullOf(name, Object.fromEntries([...named].map(([parameter, pairs]) => [parameter, pairs.map(([, value]) => value)])));
};

function pairsOf(query: string): (readonly [string, string])[] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [parameter = '', ...value] = pair.split('=');
      return [parameter, decodeURIComponent(value.join('='))];
    });
}

function refusal(query: string): Pick<Refusal, 'code' | 'facts'> {
  try {
    read(query);
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, facts: error.facts };
    throw error;
  }
  throw new Error(`${query} was taken`);
}

const id = '01900000-0000-7000-8000-000000000001';

describe('a query of a dataset', () => {
  it('is read against the catalogue', () => {
    expect(read('')).toMatchObject({
      format: 'json',
      limit: 100,
      sort: { column: 'hazardId', descending: false },
      after: null,
      heads: 'zh',
    });
    expect(read('select=number,stage&stage.in=closed,void&foundOn.gte=2026-01-01&sort=-foundOn&format=csv')).toMatchObject({
      columns: ['number', 'stage'],
      conditions: [
        { column: 'stage', operator: 'in', values: ['closed', 'void'] },
        { column: 'foundOn', operator: 'gte', values: ['2026-01-01'] },
      ],
      sort: { column: 'foundOn', descending: true },
      limit: null,
    });
    expect(read(`sort=foundOn&after=2026-01-05~${id}`).after).toEqual(['2026-01-05', id]);
  });

  it.each([
    ['colour=red', 'analytics.unknown_parameter', 'colour'],
    ['stage.gte=closed', 'analytics.unknown_parameter', 'stage.gte'],
    ['stage.eq=closed', 'analytics.unknown_parameter', 'stage.eq'],
    ['stage.in.in=closed', 'analytics.unknown_parameter', 'stage.in.in'],
    ['constructor=1', 'analytics.unknown_parameter', 'constructor'],
    ['text=x', 'analytics.unknown_parameter', 'text'],
    ['stage=closed&stage=void', 'analytics.given_twice', 'stage'],
    ['select=number,number', 'analytics.given_twice', 'select'],
    ['select=number,secret', 'analytics.unknown_column', 'select'],
    ['select=__proto__', 'analytics.unknown_column', 'select'],
    ['select=', 'analytics.unknown_column', 'select'],
    ['sort=text', 'analytics.unknown_sort', 'sort'],
    ['stage=shut', 'analytics.not_a_code', 'stage'],
    ['format=xml', 'analytics.not_a_code', 'format'],
    ['foundOn.lt=2026-02-30', 'analytics.not_a_day', 'foundOn.lt'],
    ['on=gestern', 'analytics.not_a_day', 'on'],
    ['knownAt=2026-01-01', 'analytics.not_an_instant', 'knownAt'],
    ['knownAt=2026-01-01T00:00:00%2B23:00', 'analytics.not_an_instant', 'knownAt'],
    [`knownAt=2026-01-01T00:00:00.${'0'.repeat(200)}Z`, 'analytics.not_an_instant', 'knownAt'],
    ['reportedAt.gte=2026-01-01T00:00:00 08:00', 'analytics.not_an_instant', 'reportedAt.gte'],
    ["plannedFunds.gte=1'or'1", 'analytics.not_a_number', 'plannedFunds.gte'],
    ['unitId=mill', 'analytics.not_an_id', 'unitId'],
    ['onTheSpot=1', 'analytics.not_a_flag', 'onTheSpot'],
    ['number=%00', 'analytics.not_a_word', 'number'],
    ['unitId.within=', 'analytics.not_a_unit', 'unitId.within'],
    [`after=${id}`, 'analytics.bad_cursor', 'after'],
    [`sort=foundOn&after=${id}~${id}`, 'analytics.bad_cursor', 'after'],
    [`after=${id}~'; drop table units`, 'analytics.bad_cursor', 'after'],
    ['limit=0', 'analytics.bad_limit', 'limit'],
    ['limit=1001', 'analytics.bad_limit', 'limit'],
    [`number.in=${Array.from({ length: 101 }, (_, n) => n).join(',')}`, 'analytics.too_many_values', 'number.in'],
  ])('%s is refused, naming the parameter', (query, code, parameter) => {
    expect(refusal(query)).toMatchObject({ code, facts: { parameter } });
  });

  it('repeats of a wrong value only what can be seen, and not much of it', () => {
    expect(refusal(`stage=${encodeURIComponent(`\u202e\u0007坏${'x'.repeat(500)}`)}`).facts['value']).toBe(`坏${'x'.repeat(39)}`);
  });
});

describe('the catalogue', () => {
  it.each(datasetNames)('of %s sorts by what is never empty, and its examples are read', (name) => {
    const { columns, key, sorts, examples } = datasets[name];
    const shapes = columns as Readonly<Record<string, { readonly empty: boolean } | undefined>>;

    expect([key, ...sorts].filter((column) => shapes[column]?.empty !== false)).toEqual([]);
    for (const example of examples) expect(() => read(example, name)).not.toThrow();
    expect(new Set(parametersOf(name)).size).toBe(parametersOf(name).length);
  });
});
