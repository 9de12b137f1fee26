import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hazardLevels, hazardSources, hazardStages, suggestionStages } from '../hazards/index.ts';
import { addDays } from '../kernel/index.ts';
import { assess } from './assess.ts';
import { canonical } from './canonical.ts';
import { decimal, dividedBy, isLess, times, count, total, written } from './exact.ts';
import type { FactRow } from './facts.ts';
import { prepare } from './prepared.ts';
import { factsFrom, givenHazard, givenLookBack, givenScheme, givenStratum, hazardTreatment, type Rows } from './testing/given-facts.ts';
import type { UnitResult } from './total.ts';

/** A day in the quarter or near it. */
const day = fc.integer({ min: -20, max: 110 }).map((n) => addDays('2026-07-01', n));
const dayOrNone = fc.option(day);
const flag = fc.boolean();

const anyHazard: fc.Arbitrary<FactRow> = fc
  .record({
    stage: fc.constantFrom(...hazardStages),
    level: fc.option(fc.constantFrom(...hazardLevels)),
    source: fc.constantFrom(...hazardSources),
    suggestion: fc.constantFrom(...suggestionStages),
    registeredOn: dayOrNone,
    dueOn: dayOrNone,
    submittedOn: dayOrNone,
    suggestionDueOn: dayOrNone,
    relapsedOn: fc.option(day, { freq: 1 }),
    extensionAskedLate: flag,
    recurrent: flag,
    planComplete: flag,
    suspectFake: flag,
  })
  .map(givenHazard);

const anyLookBack: fc.Arbitrary<FactRow> = fc
  .record({
    reason: fc.constantFrom('major', 'authority', 'drawn'),
    result: fc.constantFrom('held', 'relapsed', null),
    dueOn: day,
    lookedOn: dayOrNone,
    lapsed: flag,
  })
  .map(givenLookBack);

const months = ['2025-09-01', '2025-10-01', '2026-01-01', '2026-06-01', '2026-09-01', '2026-10-01'];

const anyStratum: fc.Arbitrary<FactRow> = fc
  .record({ stratum: fc.constantFrom('major', 'authority', 'sampled'), monthOn: fc.constantFrom(...months), closures: fc.nat(30) })
  .chain((of) => fc.nat(of.closures).chain((looked) => fc.nat(looked).map((held) => givenStratum({ ...of, looked, held }))));

type HazardRows = Required<Pick<Rows, 'hazards' | 'lookBacks' | 'strata'>>;

const anyRows: fc.Arbitrary<HazardRows> = fc.record({
  hazards: fc.array(anyHazard, { maxLength: 25 }),
  lookBacks: fc.array(anyLookBack, { maxLength: 10 }),
  strata: fc.array(anyStratum, { maxLength: 6 }),
});

const resultOf = (rows: Rows) => assess(hazardTreatment, factsFrom(rows));
const isLower = (a: string | null, b: string | null) => isLess(decimal(a ?? '0'), decimal(b ?? '0'));

describe('the result of a unit', () => {
  it('stays within its bounds, whatever the facts', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { lines, final, base } = resultOf(rows);

        for (const { score, weight } of lines) expect(isLower(score, '0') || isLower(weight, score)).toBe(false);
        for (const sum of [final, base]) expect(isLower(sum, '0') || isLower('100', sum)).toBe(false);
      }),
    );
  });

  it('never shows a rate where there is no denominator, nor hides one', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const { denominator, value } of resultOf(rows).lines) expect(value === null).toBe(denominator === null || denominator === '0');
      }),
    );
  });

  it('does not depend on the order in which facts and indicators stand', () => {
    const turned = prepare(givenScheme({ indicators: givenScheme().indicators.toReversed() }));

    fc.assert(
      fc.property(anyRows, (rows) => {
        const backwards = { hazards: rows.hazards.toReversed(), lookBacks: rows.lookBacks.toReversed(), strata: rows.strata.toReversed() };
        const other = assess(turned, factsFrom(backwards, turned));

        expect(resultOf(backwards)).toEqual(resultOf(rows));
        expect({ ...other, lines: other.lines.toReversed() }).toEqual(resultOf(rows));
      }),
    );
  });

  it('is the share of what is applicable: what is left out leaves no trace', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { lines, base, status } = resultOf(rows);
        const scored = lines.filter(({ score }) => score !== null);
        const [earned, applicable] = [scored.map(({ score }) => decimal(score ?? '0')), scored.map(({ weight }) => decimal(weight))].map(
          total,
        );

        fc.pre(status === 'scored' && earned !== undefined && applicable !== undefined);
        expect(base).toBe(written(times(dividedBy(earned, applicable), count(100))));
      }),
    );
  });

  it('is canonical as it stands: no number is a binary fraction, and nothing is undefined', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const result = resultOf(rows);

        expect(JSON.parse(canonical(result))).toEqual(result);
        expect(canonical(result)).not.toMatch(/[:[,]-?\d+\.\d/);
      }),
    );
  });
});

describe('better facts', () => {
  type Better = (row: FactRow) => FactRow | null;
  const betterments: readonly (readonly [string, keyof HazardRows, Better])[] = [
    [
      'handed in on the day it is due, and accepted',
      'hazards',
      (row) => (row['stage'] === 'void' || row['dueOn'] === null ? null : { ...row, stage: 'closed', submittedOn: row['dueOn'] ?? null }),
    ],
    ['an extension asked for in time', 'hazards', (row) => ({ ...row, extensionAskedLate: false })],
    ['all five commitments', 'hazards', (row) => ({ ...row, planComplete: true })],
    ['not recurrent', 'hazards', (row) => ({ ...row, recurrent: false })],
    ['photos that raise no doubt', 'hazards', (row) => ({ ...row, suspectFake: false })],
    ['looked back on in its window, and held', 'lookBacks', (row) => ({ ...row, result: 'held', lookedOn: row['dueOn'] ?? null })],
    [
      'all that was looked back on held',
      'strata',
      (row) => ({ ...row, held: row['looked'] ?? 0, expectedTrue: row['seen'] === true ? Number(row['closures']) * 1_000_000 : 0 }),
    ],
  ];

  const instead = (rows: HazardRows, table: keyof HazardRows, { at, better }: { at: number; better: Better }): Rows | null => {
    const row = rows[table][at % Math.max(1, rows[table].length)];
    const bettered = row === undefined ? null : better(row);
    return bettered === null ? null : { ...rows, [table]: rows[table].map((each) => (each === row ? bettered : each)) };
  };

  it.each(betterments)('%s: never lowers a score', (_said, table, better) => {
    fc.assert(
      fc.property(anyRows, fc.nat(24), (rows, at) => {
        const changed = instead(rows, table, { at, better });
        fc.pre(changed !== null);
        const [before, after]: [UnitResult, UnitResult] = [resultOf(rows), resultOf(changed)];

        for (const [n, { score }] of before.lines.entries()) expect(isLower(after.lines[n]?.score ?? null, score)).toBe(false);
        expect(isLower(after.final, before.final)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});
