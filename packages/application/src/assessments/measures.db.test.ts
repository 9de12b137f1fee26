import { randomUUID } from 'node:crypto';

import type { Database } from '@changming/database';
import {
  type Condition,
  factTables,
  type FactRow,
  type FactTable,
  hazardTreatmentV1,
  type Measure,
  measured,
  prepare,
  windowOf,
} from '@changming/domain/assessments';
import { addDays, periodNamed, startOf } from '@changming/domain/kernel';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { given, test } from '../testing/index.ts';
import { compiled } from './compile-condition.ts';
import { factSources } from './fact-sources.ts';
import { measurePass } from './measure-pass.ts';

const known = { knownAt: startOf('2026-04-09'), openingAt: startOf('2026-09-01') };
const window = windowOf(periodNamed('2026Q1') ?? { from: '', until: '' }, '2026-04-08');
const asked = { ...known, window };
const within = (from: string, days: number) => fc.integer({ min: 0, max: days }).map((n) => addDays(from, n));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 3 });

/** A hazard as it may have been written, at two instants that history tells apart. */
const anyHazard = fc.record({
  stage: fc.constantFrom('reported', 'assigned', 'rectifying', 'submitted', 'closed', 'void'),
  level: maybe(fc.constantFrom('team', 'workshop', 'unit', 'major')),
  source: fc.constantFrom('selfCheck', 'employeeReport', 'authority', 'expert', 'groupInspection', 'campaign'),
  origin: fc.constantFrom('recorded', 'recorded', 'opening'),
  suggestion: fc.constantFrom('none', 'open', 'denialProposed', 'denied'),
  found: within('2025-12-01', 120),
  registered: maybe(within('2025-12-01', 120)),
  due: maybe(within('2025-12-15', 120)),
  submitted: maybe(within('2025-12-15', 120)),
  extended: maybe(within('2025-12-15', 60)),
  stated: fc.boolean(),
  knownOn: within('2026-01-01', 200),
  changedAfter: fc.integer({ min: 0, max: 90 }),
  suggested: fc.boolean(),
  lookedBack: maybe(fc.constantFrom('held', 'relapsed', 'owed')),
  sameShot: fc.boolean(),
});
type AnyHazard = typeof anyHazard extends fc.Arbitrary<infer Value> ? Value : never;

async function write(owner: Database, unitId: string, made: AnyHazard): Promise<void> {
  const id = randomUUID();
  const closedOn = made.stage === 'closed' ? addDays(made.submitted ?? made.found, 1) : null;
  await owner.transaction().execute(async (tx) => {
    const at = (on: string) => sql`select set_config('app.at', ${startOf(on).toISOString()}, true)`.execute(tx);
    await at(made.knownOn);
    await sql`insert into hazards (id, unit_id, stage, level, category, key_area, kind, source, origin, suggestion, found_on, found_at, claimed_at, reported_at)
      values (${id}, ${unitId}, 'reported', ${made.level}, 'exits', 'fire', 'site', ${made.source}, ${made.origin}, ${made.suggestion},
        ${made.found}, now(), now(), now())`.execute(tx);
    await at(addDays(made.knownOn, made.changedAfter));
    await sql`update hazards set stage = ${made.stage}, registered_on = ${made.registered}, due_on = ${made.due}, submitted_on = ${made.submitted},
        closed_on = ${closedOn}, extended_from_on = ${made.extended}, funds = ${made.stated ? 0 : null}, measures = '清理',
        contingency = '停机', reopenings = ${made.suggested || made.lookedBack === 'relapsed' ? 1 : 0} where id = ${id}`.execute(tx);
    await writeBeside(tx, { id, unitId, closedOn }, made);
  });
}

async function writeBeside(
  tx: Database,
  { id, unitId, closedOn }: { id: string; unitId: string; closedOn: string | null },
  made: AnyHazard,
) {
  if (made.suggested)
    await sql`insert into hazard_suggestions (hazard_id, criterion_ids, suggested_at, answer_due_at)
      values (${id}, '{x}', ${startOf(made.found)}, ${startOf(addDays(made.found, 1))})`.execute(tx);
  if (made.sameShot)
    for (const kind of ['before', 'after'])
      await sql`insert into hazard_photos (id, hazard_id, round, kind, sha256, at, declared_at)
        values (${randomUUID()}, ${id}, 0, ${kind}, ${id}, 0, ${startOf(made.found)})`.execute(tx);
  if (closedOn === null || made.lookedBack === null) return;
  await sql`insert into hazard_closings (hazard_id, round, unit_id, level, source, origin, closed_on)
    values (${id}, 0, ${unitId}, ${made.level ?? 'team'}, ${made.source}, ${made.origin}, ${closedOn})`.execute(tx);
  const result = made.lookedBack === 'owed' ? null : made.lookedBack;
  await sql`insert into hazard_look_backs (id, hazard_id, round, unit_id, reason, from_on, to_on, result, looked_on)
    values (${randomUUID()}, ${id}, 0, ${unitId}, 'drawn', ${addDays(closedOn, 5)}, ${addDays(closedOn, 20)}, ${result},
      ${result === null ? null : addDays(closedOn, 9)})`.execute(tx);
}

/** Every row of a fact table, as the domain reads it. */
async function factsOf(owner: Database, table: FactTable): Promise<FactRow[]> {
  const columns = new Set(Object.keys(factTables[table]));
  const { rows } = await sql<Record<string, never>>`select * from (${factSources[table]({ ...asked, columns })}) f`.execute(owner);
  return rows.map(({ unit_id: unitId, ...row }) => ({ ...row, unitId }) as unknown as FactRow);
}

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
    const { root, east, mill, workshop, farMill } = await given.group(owner);
    const units = [root, east, mill, workshop, farMill];
    for (const [n, made] of fc.sample(anyHazard, { numRuns: 300, seed: 3 }).entries()) await write(owner, units[n % 5]?.id ?? '', made);

    for (const table of hazardTables) {
      const facts = await factsOf(owner, table);
      const measures = measuresOf(table);
      const { units: found } = await measurePass(owner as never, table, { measures, window, known });
      expect(facts.length).toBeGreaterThan(3);
      for (const { id } of units) {
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
      expect(await naive(owner, { table, unitId: mill.id }, measures)).toEqual(
        found.get(mill.id)?.map(({ amount }) => amount) ?? measures.map(() => 0),
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
