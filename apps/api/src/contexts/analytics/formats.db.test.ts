import { given, type Given, test } from '@changming/application/testing';
import type { House } from '@changming/application/context';
import type { Database } from '@changming/database';
import { describe, expect } from 'vitest';

import { askerOn, givenHazardRow, givenToken } from '../../testing/readers.ts';

const nasty = [
  '=1+1',
  '+86',
  '-5',
  '@sum',
  '\t制表',
  '＝全角',
  "'已有引号",
  '含"引号",和逗号',
  '两\n行',
  '',
  '普通😀文字',
  '\\. 反斜杠 \\n',
  '{"json":1}',
];
let units: Given;
let token = '';

async function stage(house: House, owner: Database) {
  if (token === '') {
    units = await given.group(owner);
    token = await givenToken(owner, units.root);
    for (const [at, text] of nasty.entries())
      await givenHazardRow(owner, at % 2 === 0 ? units.workshop : units.farMill, { text, funds: at === 3 ? null : at * 12345, spent: 0 });
  }
  return askerOn(house);
}

/** Reads a CSV by the letter of RFC 4180; an unquoted empty cell is null. */
function csvOf(text: string): (string | null)[][] {
  expect(text.slice(0, 300)).toMatch(/^\uFEFF/);
  const rows: (string | null)[][] = [[]];
  for (const [, cell = '', end = ''] of text.slice(1).matchAll(/("(?:[^"]|"")*"|[^",\n]*)(,|\n|$)/g)) {
    rows.at(-1)?.push(cell === '' ? null : cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

/** The digits as they stand in the JSON text, which parsing would lose. */
function cellsOf(line: string, columns: readonly string[]): (string | null)[] {
  const parsed = JSON.parse(line) as Record<string, string | number | boolean | null>;
  return columns.map((name) => {
    const value = parsed[name] ?? null;
    if (value === null || typeof value === 'string') return value;
    return new RegExp(`"${name}":([^,}]+)`).exec(line)?.[1] ?? null;
  });
}

const unguarded = (cell: string | null) => (cell?.startsWith("'") === true ? cell.slice(1) : cell);

describe('a dataset in its formats', () => {
  test('says the same in CSV, NDJSON and JSON, to the last digit', async ({ house, database: { owner } }) => {
    const { get, json } = await stage(house, owner);
    const columns = [
      'hazardId',
      'number',
      'text',
      'plannedFunds',
      'spentFunds',
      'reportedAt',
      'foundOn',
      'onTheSpot',
      'onTime',
      'sendBacks',
    ];
    const address = `/hazards?select=${columns.join(',')}`;

    const page = await get(address, token);
    const lines = (await get(`${address}&format=ndjson`, token)).text.trimEnd().split('\n');
    const [head, ...rows] = csvOf((await get(`${address}&format=csv&heads=en`, token)).text);

    expect(page.text).toBe(`{"items":[${lines.join(',')}],"next":null}`);
    expect(head).toEqual(columns);
    const { items } = JSON.parse(page.text) as { items: Record<string, unknown>[] };
    expect(rows.map((row) => row.map(unguarded))).toEqual(lines.map((line) => cellsOf(line, columns)));
    expect(new Set(items.map((item) => item['text']))).toEqual(new Set(nasty));
    expect(page.text).toContain('"plannedFunds":123.45,');
    expect(page.text).toContain('"plannedFunds":0.00,');
    expect(items.find((item) => item['text'] === '@sum')).toMatchObject({
      plannedFunds: null,
      spentFunds: 0,
      onTime: null,
      reportedAt: '2026-01-10T10:00:00.123+08:00',
    });
    expect((await json(`${address}&limit=1`, token)).items).toHaveLength(1);
  });
});
