import type { Database } from '@changming/database';
import {
  type Condition,
  factTables,
  type FactTable,
  hazardTreatmentV1,
  type Measure,
  measured,
  prepare,
  windowOf,
} from '@changming/domain/assessments';
import { periodNamed, startOf } from '@changming/domain/kernel';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { test } from '../testing/index.ts';
import { compiled } from './compile-condition.ts';
import { factSources } from './fact-sources.ts';
import { measurePass } from './measure-pass.ts';
import { factsOf, variedHazards } from './testing/varied-hazards.ts';

const known = { knownAt: startOf('2026-04-09'), openingAt: startOf('2026-09-01') };
const window = windowOf(periodNamed('2026Q1') ?? { from: '', until: '' }, '2026-04-08');
const asked = { ...known, window };
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 3 });

/** Any condition over a table's columns, three deep. */
function anyCondition(table: FactTable): fc.Arbitrary<Condition> {
  const columns = Object.entries(factTables[table] as Record<string, string>);
  const named = (kind: string) => fc.constantFrom(...columns.flatMap(([name, is]) => (is === kind ? [name] : [])));
  const [text, days, flag] = [named('text'), named('day'), named('flag')];
  const word = fc.constantFrom('closed', 'submitted', 'authority', 'selfCheck', 'open', 'major', 'held', 'sampled', 'drawn');
  const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.record({ column: text, is: maybe(word) }) as fc.Arbitrary<Condition>,
      fc.record({ column: text, in: fc.array(word, { minLength: 1, maxLength: 4 }) }),
      fc.record({ column: days, is: fc.constant(null) }),
      fc.record({ column: days, within: fc.constantFrom('period' as const, 'trailingYear' as const) }),
      fc.record({
        column: days,
        notAfter: fc.oneof(days, fc.constant('lastDay'), fc.constant('knownOn')),
        plusDays: fc.integer({ min: -20, max: 20 }),
      }),
      fc.record({ column: flag, flag: fc.constant(true as const) }),
      fc.record({ all: fc.array(tie('tree'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('tree'), { maxLength: 3 }) }),
      fc.record({ not: tie('tree') }),
    ),
  }));
  return tree;
}

const hazardTables = ['hazards', 'lookBacks', 'strata'] as const;
const shipped = prepare(hazardTreatmentV1).measures;

function measuresOf(table: FactTable): Measure[] {
  const random = fc.sample(anyCondition(table), { numRuns: 150, seed: 7 }).map((where) => ({ table, where }));
  return [...shipped.filter((measure) => measure.table === table), ...random];
}

describe('one pass over a table', () => {
  test('counts what the conditions say row by row, and what one question a unit and measure would', async ({ database: { owner } }) => {
    const units = await variedHazards(owner, 300);
    const mill = units[2] ?? '';

    for (const table of hazardTables) {
      const facts = await factsOf(owner, table, asked);
      const measures = measuresOf(table);
      const { units: found } = await measurePass(owner as never, table, { measures, window, known });
      expect(facts.length).toBeGreaterThan(3);
      for (const id of units) {
        const rows = facts.filter(({ unitId }) => unitId === id);
        const expected = measures.map((measure) => measured(measure, rows, window));
        expect(found.get(id)?.map(({ amount }) => amount) ?? expected.map(() => 0)).toEqual(expected);
      }
      /** Alone, a measure drops whatever lies outside of its own windows before it counts. */
      for (const measure of shipped.filter((each) => each.table === table)) {
        const { units: alone } = await measurePass(owner as never, table, { measures: [measure], window, known });
        const total = [...alone.values()].reduce((sum, [only]) => sum + (only?.amount ?? 0), 0);
        expect(total).toBe(measured(measure, facts, window));
      }
      expect(await naive(owner, { table, unitId: mill }, measures)).toEqual(
        found.get(mill)?.map(({ amount }) => amount) ?? measures.map(() => 0),
      );
    }
  });
});

async function naive(owner: Database, { table, unitId }: { table: FactTable; unitId: string }, measures: readonly Measure[]) {
  const columns = new Set(Object.keys(factTables[table]));
  const counts: number[] = [];
  for (const { where, sum } of measures) {
    const amount = sum === undefined ? sql`count(*)` : sql`coalesce(sum(${sql.ref(sum)}), 0)::bigint`;
    const { rows } = await sql<{ amount: number }>`
      select ${amount} as amount from (${factSources[table]({ ...asked, columns, unitIds: [unitId] })}) f
      where ${compiled(where, window)}`.execute(owner);
    counts.push(rows[0]?.amount ?? 0);
  }
  return counts;
}
