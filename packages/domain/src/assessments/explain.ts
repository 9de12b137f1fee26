import { assess, linesOf, type UnitFacts } from './assess.ts';
import { count, decimal, isLess, minus, nothing, times, written, writtenShort } from './exact.ts';
import type { RaisingAct, Sums } from './indicator.ts';
import type { Line } from './line.ts';
import { type Prepared, type PreparedIndicator, sumsOf } from './prepared.ts';
import type { ScoreFunction } from './score-function.ts';
import type { UnitResult } from './total.ts';

/** The formula of a line with its numbers; the words are in phrases, by the name of the function. */
export type Formula = { readonly fn: ScoreFunction['fn']; readonly by: ScoreFunction; readonly facts: Readonly<Record<string, string>> };

/** `over`: it would have counted until the cut-off, which has passed. */
export type GainTime = 'now' | 'next' | 'over';

/** When an act counts, seen at some instant: what a run does not know of after its cut-off raises it no more. */
export function gainTimeAt(when: Gain['when'], { cutOffAt, now }: { readonly cutOffAt: Date; readonly now: Date }): GainTime {
  return when === 'now' && now >= cutOffAt ? 'over' : when;
}

/** What an act would bring: done on `count` records, the points of its indicator and of the total that it adds. */
export type Gain = {
  readonly indicator: string;
  readonly act: RaisingAct;
  readonly when: 'now' | 'next';
  /** The measure whose records it is done on; null when there are none yet. */
  readonly on: string | null;
  readonly count: number;
  readonly scoreGain: string;
  /** Null while there is no total. */
  readonly finalGain: string | null;
};

export type LineExplanation = {
  readonly line: Line;
  readonly formula: Formula;
  /** The measures whose records are each side; empty when persons give the points, or nothing records them. */
  readonly records: { readonly numerator: readonly string[]; readonly denominator: readonly string[] };
  readonly change: LineChange | null;
};

export type LineChange = { readonly before: Line; readonly scoreDelta: string | null };

export type Explanation = {
  readonly lines: readonly LineExplanation[];
  readonly finalDelta: string | null;
  /** What would raise the total most comes first; only what raises anything. */
  readonly gains: readonly Gain[];
};

/** Opens a score: formulas with their numbers, the change against the last period, and what would raise it most. */
export function explain(prepared: Prepared, facts: UnitFacts, last: UnitResult | null = null): Explanation {
  const result = assess(prepared, facts);
  const ofCode = new Map(prepared.indicators.map((each) => [each.of.code, each]));
  return {
    lines: result.lines.flatMap((line) => {
      const of = ofCode.get(line.code);
      return of === undefined ? [] : [lineExplained(of, line, last)];
    }),
    finalDelta: delta(result.final, last?.final ?? null),
    gains: gainsOf(prepared, facts, result),
  };
}

function lineExplained({ of, counting }: PreparedIndicator, line: Line, last: UnitResult | null): LineExplanation {
  const before = last?.lines.find(({ code }) => code === line.code) ?? null;
  return {
    line,
    formula: { fn: of.by.fn, by: of.by, facts: { ...line.facts, weight: line.weight, ...endsOf(of.by), ...numbersOf(line) } },
    records: counting?.records ?? { numerator: [], denominator: [] },
    change: before === null ? null : { before, scoreDelta: delta(line.score, before.score) },
  };
}

function numbersOf({ numerator, denominator, value, score }: Line): Record<string, string> {
  const numbers = Object.entries({ numerator, denominator, value, score });
  return Object.fromEntries(numbers.flatMap(([name, number]) => (number === null ? [] : [[name, number]])));
}

/** The ends of a straight function, in percent like the value. */
function endsOf(by: ScoreFunction): Record<string, string> {
  const percent = (share: string) => writtenShort(times(decimal(share), count(100)));
  if (by.fn === 'lin') return { lo: percent(by.lo), hi: percent(by.hi) };
  return by.fn === 'neg' ? { good: percent(by.good), bad: percent(by.bad) } : {};
}

/** Null when one of the two does not exist: nothing cannot be compared. */
function delta(now: string | null, before: string | null): string | null {
  return now === null || before === null ? null : written(minus(decimal(now), decimal(before)));
}

function gainsOf(prepared: Prepared, facts: UnitFacts, result: UnitResult): Gain[] {
  const gains = prepared.indicators.flatMap((each) => {
    const sums = sumsOf(each.slots, facts.sums);
    return (each.counting?.raises ?? []).flatMap(({ act, when, on, count: howOften, done }) => {
      const often = howOften(sums, each.of.by);
      if (often <= 0) return [];
      const gain = gainBy(prepared, facts, { result, code: each.of.code, sums: done(sums, often) });
      return [{ indicator: each.of.code, act, when, on, count: often, ...gain }];
    });
  });
  return gains.filter(({ scoreGain, finalGain }) => isMore(scoreGain) || isMore(finalGain)).toSorted(byGain);
}

type Instead = { readonly result: UnitResult; readonly code: string; readonly sums: Sums };

function gainBy(prepared: Prepared, facts: UnitFacts, { result, code, sums }: Instead): Pick<Gain, 'scoreGain' | 'finalGain'> {
  const instead = new Map([[code, sums]]);
  const then = assess(prepared, facts, linesOf(prepared, facts, instead));
  const scoreOf = ({ lines }: UnitResult) => lines.find((line) => line.code === code)?.score ?? '0';
  return {
    scoreGain: written(minus(decimal(scoreOf(then)), decimal(scoreOf(result)))),
    finalGain: delta(then.final, result.final),
  };
}

function isMore(gain: string | null): boolean {
  return gain !== null && isLess(nothing, decimal(gain));
}

/** Most points of the total first; where there is no total, most points of the indicator; then by its code and act. */
function byGain(a: Gain, b: Gain): number {
  const [ours, theirs] = [a, b].map(({ finalGain, scoreGain }) => decimal(finalGain ?? scoreGain));
  if (ours !== undefined && theirs !== undefined && isLess(ours, theirs)) return 1;
  if (ours !== undefined && theirs !== undefined && isLess(theirs, ours)) return -1;
  return `${a.indicator} ${a.act}` < `${b.indicator} ${b.act}` ? -1 : 1;
}
