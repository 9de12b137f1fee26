import type { Database } from '@changming/database';
import { comprehensiveV1, type FactRow, type FactTable, prepare, windowOf } from '@changming/domain/assessments';
import { periodNamed, startOf } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { test } from '../testing/index.ts';
import { measurePass } from './measure-pass.ts';
import { recordsOf } from './record-query.ts';
import { factsOf, variedHazards } from './testing/varied-hazards.ts';

const openingAt = startOf('2026-09-01');
const window = windowOf(periodNamed('2026Q1') ?? { from: '', until: '' }, '2026-04-08');
/** The house as it was known before the period was over, at the cut-off, and when nothing was left to learn. */
const pasts = ['2026-02-10', '2026-04-09', '2026-11-01'].map((day) => ({ knownAt: startOf(day), openingAt, window }));
/** What other tables tell. */
const told = { hazards: ['suggestionDueOn', 'relapsedOn', 'extensionAskedLate', 'suspectFake'], lookBacks: ['lapsed'] } as const;
const tables = ['hazards', 'lookBacks'] as const;

describe('the records of some units', () => {
  test('are what the run counted over the whole group, whenever that was', async ({ database: { owner } }) => {
    const units = await variedHazards(owner, 150);
    for (const table of tables) {
      const rows: FactRow[] = [];
      for (const past of pasts) rows.push(...(await compareFacts(owner, table, { past, units })));
      for (const column of told[table]) expect(new Set(rows.map((row) => row[column])).size, `${column} varies`).toBeGreaterThan(1);
    }
    for (const past of pasts) await compareCounts(owner, past, units.slice(1, 4).toSorted());
  });
});

type Past = (typeof pasts)[number];

/** Row by row, with the same facts. */
async function compareFacts(owner: Database, table: FactTable, { past, units }: { past: Past; units: readonly string[] }) {
  const rows = await factsOf(owner, table, past);
  for (const unitIds of [[units[2] ?? ''], units.slice(0, 3), units]) {
    const own = rows.filter(({ unitId }) => unitIds.includes(unitId));
    expect(byId(await factsOf(owner, table, { ...past, unitIds }))).toEqual(byId(own));
  }
  return rows;
}

/** For every measure of every indicator, by number and fingerprint. */
async function compareCounts(owner: Database, past: Past, unitIds: readonly string[]): Promise<void> {
  const { measures } = prepare(comprehensiveV1);
  for (const table of tables) {
    const own = measures.filter((measure) => measure.table === table && measure.sum === undefined);
    const { units: counted } = await measurePass(owner as never, table, { measures: own, window, known: past });
    for (const [at, measure] of own.entries()) {
      const expected = unitIds.flatMap((id) => {
        const { amount = 0, print = 0 } = counted.get(id)?.[at] ?? {};
        return amount === 0 ? [] : [{ id, amount, print }];
      });
      expect(await printed(owner, recordsOf(table, [measure], { ...past, unitIds }))).toEqual(expected);
    }
  }
}

/** How many records each unit has, and their fingerprint. */
async function printed(owner: Database, records: ReturnType<typeof recordsOf>) {
  const { rows } =
    await sql`select unit_id as id, count(*)::integer as amount, bit_xor(uuid_hash_extended(id, 0) & ${2n ** 53n - 1n}::bigint) as print
    from (${records}) r group by unit_id order by unit_id`.execute(owner);
  return rows;
}

function byId(rows: readonly FactRow[]): FactRow[] {
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
