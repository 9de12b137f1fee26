import { count, decimal, type Exact, nothing, plus, times } from './exact.ts';
import { type Counting, counting, type Sums } from './indicator.ts';
import { builtIndicator } from './indicators/index.ts';
import type { Measure } from './measure.ts';
import type { SchemeIndicator, Source } from './scheme.ts';

/** What an indicator of a scheme counts; null when persons give its points, or nothing records it yet. */
export function countingOf({ source }: SchemeIndicator): Counting | null {
  if (source.kind === 'built') return builtIndicator(source.indicator)?.counting(source.params) ?? null;
  if (source.kind === 'amount') return amountOf(source.terms);
  return source.kind === 'ratio' ? ratioOf(source) : null;
}

type Terms = Extract<Source, { kind: 'ratio' }>;

/** A ratio that the scheme writes itself: its measures are named `n0`, `n1`, … and `d0`, `d1`, … */
function ratioOf({ numerator, denominator }: Terms): Counting {
  const above = named('n', numerator);
  const below = named('d', denominator);
  const measures: Readonly<Record<string, Measure>> = Object.fromEntries([...above, ...below].map(({ name, measure }) => [name, measure]));
  return counting(measures, {
    records: { numerator: above.map(({ name }) => name), denominator: below.map(({ name }) => name) },
    ratio: (sums) => ({ numerator: summed(above, sums), denominator: summed(below, sums) }),
    raises: [],
  });
}

/** Points that the scheme counts itself, by measures named `n0`, `n1`, … */
function amountOf(terms: Terms['numerator']): Counting {
  const counted = named('n', terms);
  const measures: Readonly<Record<string, Measure>> = Object.fromEntries(counted.map(({ name, measure }) => [name, measure]));
  return counting(measures, {
    records: { numerator: counted.map(({ name }) => name), denominator: [] },
    ratio: (sums) => ({ numerator: summed(counted, sums), denominator: null }),
    raises: [],
  });
}

type Term = { readonly name: string; readonly measure: Measure; readonly factor: Exact };

function named(side: string, terms: Terms['numerator']): Term[] {
  return terms.map(({ measure, times: factor }, at) => ({ name: `${side}${at}`, measure, factor: decimal(factor) }));
}

function summed(terms: readonly Term[], sums: Sums): Exact {
  return terms.reduce<Exact>((sum, { name, factor }) => plus(sum, times(factor, count(sums[name] ?? 0))), nothing);
}
