import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../../kernel/index.ts';
import { assess } from '../assess.ts';
import { decimal, isLess } from '../exact.ts';
import type { FactRow } from '../facts.ts';
import { factsFrom, type Rows } from '../testing/given-facts.ts';
import {
  dualPrevention,
  givenArea,
  givenExtinguisher,
  givenFacilitiesTest,
  givenKeyPosition,
  givenMachine,
  givenOccurrence,
  givenRisk,
  givenSpotCheck,
} from '../testing/given-prevention.ts';

const day = fc.integer({ min: -20, max: 110 }).map((n) => addDays('2026-07-01', n));
const maybeDay = fc.option(day);
const flag = fc.boolean();

const occurrence = fc
  .record({
    kind: fc.constantFrom('inspection', 'lightsOut', 'dust'),
    dueOn: day,
    timing: fc.constantFrom('onTime', 'late', 'afterMiss', null),
    keyPosition: flag,
    graveRisk: flag,
  })
  .map(givenOccurrence);

const anyRows = fc.record({
  occurrences: fc.array(occurrence, { maxLength: 25 }),
  areas: fc.array(fc.record({ assessed: flag, goodUntil: maybeDay, changePending: flag }).map(givenArea), { maxLength: 8 }),
  risks: fc.array(fc.record({ level: fc.constantFrom('major', 'larger', 'general', 'low') }).map(givenRisk), { maxLength: 5 }),
  keyPositions: fc.array(fc.record({ fromOn: day }).map(givenKeyPosition), { maxLength: 3 }),
  specialEquipment: fc.array(
    fc.nat(92).chain((used) => fc.nat(used).map((dated) => givenMachine(dated, used))),
    { maxLength: 6 },
  ),
  spotChecks: fc.array(fc.record({ dueOn: day, checkedOn: maybeDay }).map(givenSpotCheck), { maxLength: 15 }),
  fireEquipment: fc.array(fc.record({ intact: flag, ofWholeYear: fc.constant(true) }).map(givenExtinguisher), { maxLength: 8 }),
  placeChecks: fc.array(fc.record({ doneOn: day, passed: flag }).map(givenFacilitiesTest), { maxLength: 2 }),
}) satisfies fc.Arbitrary<Rows>;
type AnyRows = typeof anyRows extends fc.Arbitrary<infer Value> ? Value : never;

const resultOf = (rows: Rows) => assess(dualPrevention, factsFrom(rows, dualPrevention));
const isLower = (a: string | null, b: string | null) => isLess(decimal(a ?? '0'), decimal(b ?? '0'));

describe('the prevention of a unit', () => {
  it('stays within its weights, shows no rate without a denominator, and does not depend on the order of the facts', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const result = resultOf(rows);
        for (const { score, weight, value, denominator } of result.lines) {
          expect(isLower(score, '0') || isLower(weight, score)).toBe(false);
          expect(value === null).toBe(denominator === null || denominator === '0');
        }
        const turned = Object.fromEntries(Object.entries(rows).map(([table, each]) => [table, each.toReversed()]));
        expect(resultOf(turned)).toEqual(result);
      }),
    );
  });

  const better: readonly (readonly [string, keyof AnyRows, (row: FactRow) => FactRow])[] = [
    ['done in its window', 'occurrences', (row) => ({ ...row, timing: 'onTime' })],
    ['graded anew', 'areas', (row) => ({ ...row, assessed: true, goodUntil: '2027-09-01', changePending: false })],
    ['in date on every day of use', 'specialEquipment', (row) => ({ ...row, inDateDays: row['inUseDays'] ?? 0, lapsed: false })],
    ['looked over in time', 'spotChecks', (row) => ({ ...row, checkedOn: row['dueOn'] ?? null })],
    ['mended', 'fireEquipment', (row) => ({ ...row, intact: true })],
    ['tested', 'placeChecks', (row) => ({ ...row, passed: true })],
  ];

  it.each(better)('%s: never lowers the score of an indicator', (_said, table, bettered) => {
    fc.assert(
      fc.property(anyRows, fc.nat(24), (rows, at) => {
        const row = rows[table][at % Math.max(1, rows[table].length)];
        fc.pre(row !== undefined);
        const changed = { ...rows, [table]: rows[table].map((each) => (each === row ? bettered(each) : each)) };
        const after = resultOf(changed).lines;
        for (const [n, { score }] of resultOf(rows).lines.entries()) expect(isLower(after[n]?.score ?? null, score)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
