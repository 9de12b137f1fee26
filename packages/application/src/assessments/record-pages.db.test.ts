import type { Database } from '@changming/database';
import { comprehensiveV1, type FactTable, prepare, windowOf } from '@changming/domain/assessments';
import { periodNamed, startOf } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { test } from '../testing/index.ts';
import { printOf, recordsOf } from './record-query.ts';
import { recordPage } from './record-page.ts';
import { variedHazards } from './testing/varied-hazards.ts';
import { type Spread, unitsInTurn } from './units-in-turn.ts';

const window = windowOf(periodNamed('2026Q1') ?? { from: '', until: '' }, '2026-04-08');
const known = { knownAt: startOf('2026-04-09'), openingAt: startOf('2026-09-01'), window };
const { measures, indicators } = prepare(comprehensiveV1);
/** What was due, found or came back: of these there are many. */
const many = indicators
  .filter(({ of }) => ['D2', 'D5'].includes(of.code))
  .flatMap(({ counting }) => Object.values(counting?.measures ?? {}));
const tables = ['hazards', 'lookBacks'] as const;

describe('the records of a score', () => {
  test('come page by page, each once, however many the receipt said; their fingerprint is that of the list', async ({
    database: { owner },
  }) => {
    const unitIds = await variedHazards(owner, 60);
    for (const counted of [0, 8, 1000]) await comparePages(owner, sideOf('hazards', { unitIds, counted }));
    const side = sideOf('hazards', { unitIds, counted: 60 });
    await comparePages(owner, { ...side, counts: await countsOf(owner, side) });
    for (const table of tables) {
      for (const measure of measures.filter((each) => each.table === table && each.sum === undefined)) {
        const { rows } = await sql`
          select count(*) as found, coalesce(bit_xor(uuid_hash_extended(id, 0) & ${2n ** 53n - 1n}::bigint), 0) as print
          from (${recordsOf(table, [measure], { ...known, unitIds })}) r`.execute(owner);
        expect((await printOf(table, [measure], { ...known, unitIds }).execute(owner)).rows).toEqual(rows);
      }
    }
  });
});

/** How many records each unit has. */
async function countsOf(owner: Database, { table, measures: mine, asked }: Spread): Promise<Map<string, number>> {
  const { rows } = await recordsOf(table, mine, asked).execute(owner);
  return new Map([...Map.groupBy(rows, (row) => row.unit_id)].map(([id, { length }]) => [id, length]));
}

async function comparePages(owner: Database, side: Spread): Promise<void> {
  const { rows } = await sql<{ place: string }>`
    select f.unit_id || '~' || f.id as place from (${recordsOf(side.table, side.measures, side.asked)}) f order by f.unit_id, f.id`.execute(
    owner,
  );
  expect(rows.length).toBeGreaterThan(14);
  const shown: string[] = [];
  let next: string | null = null;
  for (let n = 0; n < Math.ceil(rows.length / 7); n += 1) {
    const page: Awaited<ReturnType<typeof recordPage>> = await recordPage(owner as never, side, {
      limit: 7,
      ...(next !== null && { after: cursorOf(next) }),
    });
    shown.push(...page.items.map(({ unitId, id }) => `${unitId}~${id}`));
    next = page.next;
  }
  expect(shown).toEqual(rows.map(({ place }) => place));
  expect(next).toBeNull();
}

describe('units in turn', () => {
  const unitIds = ['e', 'b', 'd', 'a', 'c'];
  const turns = (table: FactTable, counted: number, from?: string) => turnsOf(sideOf(table, { unitIds, counted }), from);
  const turnsOf = (side: Spread, from?: string) => [...unitsInTurn(side, { from, wanted: 10 })];

  test('are few where each has many records, and then four times as many', () => {
    expect(turns('hazards', 50)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ]);
    expect(turns('hazards', 5000)).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ]);
    expect(turns('hazards', 5000, 'b')).toEqual([
      ['b', 'c'],
      ['d', 'e'],
    ]);
  });

  test('come all at once where few records were counted, and where all are made before some are known', () => {
    expect(turns('hazards', 9)).toEqual([['a', 'b', 'c', 'd', 'e']]);
    expect(turns('letters', 5000, 'd')).toEqual([['d', 'e']]);
  });

  test('are those that have records and no others, as many as fill a page, where that is known of each', () => {
    const counts = new Map([
      ['a', 12],
      ['c', 4],
      ['d', 6],
      ['e', 1],
    ]);
    const spread = (table: FactTable) => ({ ...sideOf(table, { unitIds, counted: 23 }), counts });

    expect(turnsOf(spread('hazards'))).toEqual([['a'], ['c', 'd', 'e']]);
    /** Of the unit that is begun with any number may have been shown. */
    expect(turnsOf(spread('hazards'), 'a')).toEqual([['a', 'c', 'd'], ['e']]);
    expect(turnsOf(spread('letters'), 'b')).toEqual([['c', 'd', 'e']]);
    expect(turnsOf({ ...spread('hazards'), counts: new Map() })).toEqual([]);
  });
});

function sideOf(table: FactTable, { unitIds, counted }: { readonly unitIds: readonly string[]; readonly counted: number }): Spread {
  const mine = many.filter((each) => each.table === table);
  const asked = { ...known, unitIds };
  return { table, measures: mine, places: [], width: 0, asked, overAll: asked, counted, print: '', counts: null };
}

function cursorOf(next: string): readonly [string, string] {
  const [unitId = '', id = ''] = next.split('~');
  return [unitId, id];
}
