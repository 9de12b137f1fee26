import { describe, expect, it } from 'vitest';

import { assess } from './assess.ts';
import { explain, gainTimeAt } from './explain.ts';
import { prepare } from './prepared.ts';
import {
  factsFrom,
  givenHazard,
  givenLookBack,
  givenScheme,
  givenStratum,
  hazardTreatment,
  quarter,
  type Rows,
  several,
  sumsFrom,
} from './testing/given-facts.ts';
import { windowOf } from './window.ts';

const overdue = () => givenHazard({ stage: 'rectifying', dueOn: '2026-09-10', submittedOn: null });
const waiting = () => givenHazard({ stage: 'submitted' });

const rows: Rows = {
  hazards: [
    ...several(16, givenHazard),
    ...several(2, waiting),
    ...several(2, overdue),
    givenHazard({ source: 'authority', recurrent: true }),
  ],
  lookBacks: [givenLookBack(), givenLookBack({ result: null, lookedOn: null }), givenLookBack({ result: 'relapsed' })],
  strata: [givenStratum({ closures: 50, looked: 10, held: 9 })],
};

describe('the explanation of a score', () => {
  const { lines, gains, finalDelta } = explain(hazardTreatment, factsFrom(rows));
  const d2 = lines.find(({ line }) => line.code === 'D2');

  it('gives the formula with its numbers', () => {
    expect(d2?.formula).toMatchObject({
      fn: 'lin',
      by: { lo: '0.7', hi: '1' },
      facts: {
        numerator: '17',
        denominator: '21',
        trueClosure: '0.900000',
        value: '72.86',
        score: '0.57',
        weight: '6.00',
        lookBacks: '10',
      },
    });
  });

  it('names the measures whose records are its two sides', () => {
    expect(lines.map(({ line, records }) => [line.code, records.numerator, records.denominator])).toEqual([
      ['D1', [], []],
      ['D2', ['onTime'], ['due']],
      ['D3', ['inTime', 'late'], ['majors', 'unanswered']],
      ['D4', ['onTime'], ['due']],
      ['D5', ['recurrent'], ['found']],
      ['D6', ['self'], ['self', 'external']],
    ]);
  });

  it('says what would raise the total most, the greatest first', () => {
    const total = assess(hazardTreatment, factsFrom(rows));
    const finals = gains.map(({ finalGain }) => Number(finalGain));

    expect(total.final).not.toBeNull();
    expect(finals.every((gain, at) => gain > 0 && gain <= (finals[at - 1] ?? 100))).toBe(true);
    expect(gains.map(({ indicator, act, when, count }) => [indicator, act, when, count])).toEqual(
      expect.arrayContaining([
        ['D2', 'accept', 'now', 2],
        ['D2', 'hadRectifiedInTime', 'next', 2],
        ['D2', 'keepClosed', 'next', 1],
        ['D4', 'hadLookedBack', 'next', 1],
      ]),
    );
  });

  it('promises what then comes true', () => {
    const accepted = {
      ...rows,
      hazards: (rows.hazards ?? []).map((row) => (row['stage'] === 'submitted' ? { ...row, stage: 'closed' } : row)),
    };
    const before = assess(hazardTreatment, factsFrom(rows));
    const after = assess(hazardTreatment, factsFrom(accepted));
    const promised = gains.find(({ act }) => act === 'accept')?.finalGain;

    expect((Number(after.final) - Number(before.final)).toFixed(2)).toBe(promised);
  });

  it('compares with the last period, and with nothing where there was none', () => {
    const last = assess(hazardTreatment, factsFrom({ ...rows, hazards: several(20, givenHazard) }));
    const { lines: now, finalDelta: delta } = explain(hazardTreatment, factsFrom(rows), last);
    const change = now.find(({ line }) => line.code === 'D2')?.change;

    expect([finalDelta, d2?.change]).toEqual([null, null]);
    expect(change).toMatchObject({ before: { score: '4.00' }, scoreDelta: '-3.43' });
    expect(Number(delta)).toBeLessThan(0);
    expect(now.find(({ line }) => line.code === 'D1')?.change).toMatchObject({ scoreDelta: null });
  });
});

describe('what would raise a score', () => {
  it('counts for the period until its cut-off, and no longer from that instant on', () => {
    const cutOffAt = new Date('2026-10-14T16:00:00Z');
    const at = (now: string) => (['now', 'next'] as const).map((when) => gainTimeAt(when, { cutOffAt, now: new Date(now) }));

    expect(at('2026-10-14T15:59:59Z')).toEqual(['now', 'next']);
    expect(at('2026-10-14T16:00:00Z')).toEqual(['over', 'next']);
    expect(at('2026-11-27T02:00:00Z')).toEqual(['over', 'next']);
  });

  it('is rectifying in time while the deadline has not passed, and having done so afterwards', () => {
    const open = givenHazard({ stage: 'rectifying', dueOn: '2026-08-15', submittedOn: null });
    const hazards = [...several(3, givenHazard), open];
    const actsOn = (knownOn: string) => {
      const sums = sumsFrom(hazardTreatment, { hazards }, windowOf(quarter, knownOn));
      return explain(hazardTreatment, { sums }).gains.filter(({ indicator }) => indicator === 'D2');
    };

    expect(actsOn('2026-08-15')).toMatchObject([{ act: 'rectifyInTime', when: 'now', on: 'owed', count: 1 }]);
    expect(actsOn('2026-08-16')).toMatchObject([{ act: 'hadRectifiedInTime', when: 'next', on: 'missed', count: 1 }]);
  });

  it('is finding more oneself, just as many as the full score wants', () => {
    const hazards = [...several(5, givenHazard), ...several(1, () => givenHazard({ source: 'authority' }))];
    const { gains } = explain(hazardTreatment, factsFrom({ hazards }));

    /** 9 of 10 */
    expect(gains.find(({ act }) => act === 'findOneself')).toMatchObject({ count: 4, scoreGain: '0.33', on: null });
  });

  it('asks for no more found oneself where only all of it would be full', () => {
    const indicators = givenScheme().indicators.map((each) =>
      each.code === 'D6' ? { ...each, by: { fn: 'lin' as const, lo: '0', hi: '1' } } : each,
    );
    const scheme = prepare(givenScheme({ indicators }));
    const hazards = [givenHazard(), givenHazard({ source: 'authority' })];

    expect(explain(scheme, factsFrom({ hazards }, scheme)).gains.map(({ act }) => act)).not.toContain('findOneself');
  });

  it('looks back on the relapses of twelve months', () => {
    const relapsed = (lookedOn: string) => givenLookBack({ result: 'relapsed', dueOn: '2026-03-31', lookedOn });
    const lookBacks = [relapsed('2026-03-20'), relapsed('2025-09-30')];

    expect(explain(hazardTreatment, factsFrom({ ...rows, lookBacks })).gains).toContainEqual(
      expect.objectContaining({ act: 'keepClosed', on: 'relapsed', count: 1 }),
    );
  });

  it('puts the greater gain first, whatever the indicators are called', () => {
    const late = givenHazard({ submittedOn: '2026-08-20' });
    const missed = givenLookBack({ result: null, lookedOn: null });
    const { gains } = explain(hazardTreatment, factsFrom({ hazards: [...several(99, givenHazard), late], lookBacks: [missed] }));

    expect(gains.map(({ indicator, scoreGain }) => [indicator, scoreGain])).toEqual([
      ['D4', '2.00'],
      ['D2', '0.20'],
    ]);
  });

  it('is nothing where nothing is lost', () => {
    expect(explain(hazardTreatment, factsFrom({ hazards: several(3, givenHazard), lookBacks: [givenLookBack()] })).gains).toEqual([]);
  });

  it('is told by points of the indicator where data are insufficient for a total', () => {
    const { gains } = explain(hazardTreatment, factsFrom({}));

    expect(gains).toEqual([{ indicator: 'D6', act: 'findOneself', when: 'next', on: null, count: 1, scoreGain: '2.00', finalGain: null }]);
  });
});
