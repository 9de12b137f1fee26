import { canonical } from './canonical.ts';
import { countingOf } from './counting-of.ts';
import { decimal, type Exact, written } from './exact.ts';
import type { Counting, Sums } from './indicator.ts';
import type { Measure } from './measure.ts';
import type { PointsRule, Scheme, SchemeIndicator } from './scheme.ts';
import { refuseFaulty } from './scheme-faults.ts';
import { type Attaining, attaining } from './score-function.ts';

/** Where in a row of sums each measure of an indicator stands. */
export type Slots = readonly (readonly [name: string, at: number])[];

export type PreparedIndicator = {
  readonly of: SchemeIndicator;
  readonly weight: Exact;
  /** `6.00` */
  readonly weightWritten: string;
  readonly counting: Counting | null;
  readonly slots: Slots;
  readonly attaining: Attaining;
};

export type PreparedPoints = { readonly of: PointsRule; readonly at: number | null };

/** A scheme ready for many units. A run counts each of `measures` once, whoever asks for it. */
export type Prepared = {
  readonly scheme: Scheme;
  readonly measures: readonly Measure[];
  /** Only those switched on; whatever a zero policy looks at comes first. */
  readonly indicators: readonly PreparedIndicator[];
  readonly bonuses: readonly PreparedPoints[];
  readonly maluses: readonly PreparedPoints[];
  readonly suggestions: readonly { readonly code: string; readonly at: number }[];
};

/** Refuses a faulty scheme by `invalid`. */
export function prepare(scheme: Scheme): Prepared {
  refuseFaulty(scheme);
  const measures: Measure[] = [];
  const places = new Map<string, number>();
  const place = (measure: Measure): number => {
    const key = keyOf(measure);
    const at = places.get(key) ?? measures.push(measure) - 1;
    places.set(key, at);
    return at;
  };
  const pointsOf = (of: PointsRule): PreparedPoints => ({ of, at: of.counts === null ? null : place(of.counts) });
  return {
    scheme,
    measures,
    indicators: inOrder(scheme.indicators.filter(({ on }) => on)).map((of) => preparedIndicator(of, place)),
    bonuses: scheme.bonus.rules.map(pointsOf),
    maluses: scheme.malus.rules.map(pointsOf),
    suggestions: scheme.vetoes.flatMap(({ code, suggests }) => (suggests === null ? [] : [{ code, at: place(suggests) }])),
  };
}

/** The text under which equal measures meet. */
export function keyOf({ table, where, sum }: Measure): string {
  return canonical({ table, where, sum });
}

/** The sums of one indicator, by name, out of the row of a unit. */
export function sumsOf(slots: Slots, row: ArrayLike<number>): Sums {
  const sums: Record<string, number> = {};
  for (const [name, at] of slots) sums[name] = row[at] ?? 0;
  return sums;
}

function preparedIndicator(of: SchemeIndicator, place: (measure: Measure) => number): PreparedIndicator {
  const counting = countingOf(of);
  const slots = Object.entries(counting?.measures ?? {}).map(([name, measure]) => [name, place(measure)] as const);
  const weight = decimal(of.weight);
  return { of, weight, weightWritten: written(weight), counting, slots, attaining: attaining(of.by) };
}

/** Those without a condition first, then whatever only looks at what is there already. A faultless scheme has no circle. */
function inOrder(indicators: readonly SchemeIndicator[]): SchemeIndicator[] {
  const ordered: SchemeIndicator[] = [];
  let waiting = [...indicators];
  while (waiting.length > 0) {
    const codes = new Set(waiting.map(({ code }) => code));
    const ready = waiting.filter(({ zero }) => typeof zero === 'string' || !('fullIf' in zero) || !codes.has(zero.fullIf));
    if (ready.length === 0) throw new RangeError('a circle of zero policies');
    ordered.push(...ready);
    waiting = waiting.filter((each) => !ready.includes(each));
  }
  return ordered;
}
