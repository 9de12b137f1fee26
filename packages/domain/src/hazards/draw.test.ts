import { describe, expect, it } from 'vitest';

import { commitmentOf, drawFrom, drawMonth, objectionToDrawing, objectionToPublishing, publish } from './draw.ts';
import { defaultLookBack, sampleSize } from './look-back-rules.ts';
import { type Closure, owedAtClosing, sampledStrata, stratumOf } from './strata.ts';
import { stratumResults } from './stratum-results.ts';
import { spread } from './testing/chance.ts';

const seed = 'a1'.repeat(32);
const givenClosure = (over: Partial<Closure> = {}): Closure => ({
  hazardId: 'h-1',
  round: 0,
  unitId: 'u-sewing',
  level: 'workshop',
  source: 'selfCheck',
  origin: 'recorded',
  closedOn: '2026-03-15',
  ...over,
});
const givenClosures = (count: number, over: Partial<Closure> = {}) =>
  Array.from({ length: count }, (_, at) => givenClosure({ hazardId: `h-${at}`, ...over }));

describe('the size of a sample', () => {
  it('is a fifth rounded up, at least one, and none of none', () => {
    expect([0, 1, 4, 5, 6, 10, 11, 15, 100, 101].map((closures) => sampleSize(closures))).toEqual([0, 1, 1, 1, 2, 2, 3, 3, 20, 21]);
  });
});

describe('the strata', () => {
  it('are the majors, those of authorities, and the rest by unit and month', () => {
    const strata = [
      givenClosure({ level: 'major', source: 'authority' }),
      givenClosure({ source: 'authority' }),
      givenClosure(),
      givenClosure({ unitId: 'u-cutting', closedOn: '2026-04-01' }),
    ].map(stratumOf);

    expect(strata).toEqual(['major', 'authority', 'u-sewing|2026-03', 'u-cutting|2026-04']);
  });

  it('leave out opening imports, the census, and other months', () => {
    const closures = [
      givenClosure({ hazardId: 'first', closedOn: '2026-03-01' }),
      givenClosure({ hazardId: 'last', closedOn: '2026-03-31' }),
      givenClosure({ hazardId: 'before', closedOn: '2026-02-28' }),
      givenClosure({ hazardId: 'after', closedOn: '2026-04-01' }),
      givenClosure({ hazardId: 'opening', origin: 'opening' }),
      givenClosure({ hazardId: 'major', level: 'major' }),
      givenClosure({ hazardId: 'authority', source: 'authority' }),
    ];

    const chosenFrom = [...sampledStrata(closures, '2026-03').values()].flat().map(({ hazardId }) => hazardId);

    expect(chosenFrom).toEqual(['first', 'last']);
  });

  it('owe the look-back of the census from the closing itself', () => {
    expect(owedAtClosing(givenClosure({ level: 'major' }))).toMatchObject({ reason: 'major', fromOn: '2026-03-16', toOn: '2026-04-14' });
    expect(owedAtClosing(givenClosure({ source: 'authority' }))).toMatchObject({ reason: 'authority', toOn: '2026-05-14' });
    expect(owedAtClosing(givenClosure())).toBeNull();
    expect(owedAtClosing(givenClosure({ level: 'major', origin: 'opening' }))).toBeNull();
  });
});

describe('a commitment', () => {
  it('is published before its month begins', () => {
    expect(objectionToPublishing('2026-03', '2026-02-28')).toBeNull();
    expect(objectionToPublishing('2026-03', '2026-03-01')).toBe('hazards.commitment_too_late');
    expect(objectionToPublishing('2026Q2', '2026-02-28')).toBe('hazards.no_such_month');
    expect(objectionToPublishing('2026-13', '2026-02-28')).toBe('hazards.no_such_month');
  });

  it('does not tell the seed, and a seed that could be guessed is refused', () => {
    const draw = publish({ month: '2026-03', seed, on: '2026-02-20' }, spread);

    expect(draw).toEqual({
      month: '2026-03',
      commitment: commitmentOf(seed, spread),
      publishedOn: '2026-02-20',
      seed: null,
      drawnOn: null,
    });
    expect(() => publish({ month: '2026-03', seed: 'march', on: '2026-02-20' }, spread)).toThrow('hazards.seed_malformed');
  });
});

describe('the draw of a month', () => {
  const draw = publish({ month: '2026-03', seed, on: '2026-02-20' }, spread);

  it('waits until the month is over, takes only the committed seed, and happens once', () => {
    expect(objectionToDrawing(draw, { on: '2026-03-31', seed }, spread)).toBe('hazards.month_not_over');
    expect(objectionToDrawing(draw, { on: '2026-04-01', seed: 'b2'.repeat(32) }, spread)).toBe('hazards.seed_mismatch');
    expect(objectionToDrawing(draw, { on: '2026-04-01', seed }, spread)).toBeNull();
    expect(objectionToDrawing({ ...draw, drawnOn: '2026-04-01' }, { on: '2026-04-02', seed }, spread)).toBe('hazards.already_drawn');
  });

  it('takes from every unit, reveals the seed and says what it chose from', () => {
    const closures = [...givenClosures(11), ...givenClosures(1, { unitId: 'u-cutting' }).map((one) => ({ ...one, hazardId: 'lone' }))];

    const drawn = drawMonth(draw, { closures, seed, on: '2026-04-01' }, spread);

    expect(drawn.draw).toMatchObject({ seed, drawnOn: '2026-04-01' });
    expect(drawn.strata.map(({ stratum, closures: of, drawn: ids }) => [stratum, of, ids.length])).toEqual([
      ['u-cutting|2026-03', 1, 1],
      ['u-sewing|2026-03', 11, 3],
    ]);
    expect(drawn.lookBacks).toHaveLength(4);
    expect(drawn.lookBacks[0]).toMatchObject({ reason: 'drawn', fromOn: '2026-04-14', toOn: '2026-05-14', result: null });
  });

  it('gives the same whatever the order of the closings', () => {
    const closures = givenClosures(40);
    const first = drawFrom(closures, { ...defaultLookBack, seed }, spread);

    expect(drawFrom(closures.toReversed(), { ...defaultLookBack, seed }, spread)).toEqual(first);
    expect(drawFrom([...closures.slice(17), ...closures.slice(0, 17)], { ...defaultLookBack, seed }, spread)).toEqual(first);
    expect(drawFrom(closures, { ...defaultLookBack, seed: 'b2'.repeat(32) }, spread)).not.toEqual(first);
  });

  it('is fair: over many seeds every closing is drawn equally often', () => {
    const closures = givenClosures(10);
    const seeds = 4000;
    const times = new Map<string, number>();
    for (let at = 0; at < seeds; at += 1) {
      for (const { hazardId } of drawFrom(closures, { ...defaultLookBack, seed: `seed ${at}` }, spread))
        times.set(hazardId, (times.get(hazardId) ?? 0) + 1);
    }

    const expected = (seeds * sampleSize(10)) / 10;
    const chiSquare = [...times.values()].reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);

    expect(times.size).toBe(10);
    expect(chiSquare).toBeLessThan(27.9);
  });
});

it('counts what was closed, drawn, looked at and held in each stratum, without opening imports and other rounds', () => {
  const closures = [
    ...givenClosures(6),
    givenClosure({ hazardId: 'old', origin: 'opening' }),
    givenClosure({ hazardId: 'm', level: 'major' }),
  ];
  const lookBack = { round: 0, reason: 'drawn', fromOn: '2026-04-14', toOn: '2026-05-14', inspectorId: null, lookedOn: null } as const;

  const results = stratumResults(closures, [
    { ...lookBack, hazardId: 'h-1', result: 'held' },
    { ...lookBack, hazardId: 'h-2', result: null },
    { ...lookBack, hazardId: 'h-3', round: 1, result: 'held' },
    { ...lookBack, hazardId: 'm', result: 'relapsed' },
  ]);

  expect(Object.fromEntries(results)).toEqual({
    'u-sewing|2026-03': { closures: 6, drawn: 2, looked: 1, held: 1 },
    major: { closures: 1, drawn: 1, looked: 1, held: 0 },
  });
});
