import { count, decimal, dividedBy, type Exact, isLess, isNothing, rounded, times, whole, written, writtenShort } from './exact.ts';
import type { Ratio, Sums } from './indicator.ts';
import type { Line, LineReason } from './line.ts';
import type { PreparedIndicator } from './prepared.ts';
import type { ZeroPolicy } from './scheme.ts';

const hundred = count(100);

/** Points that persons gave, out of so many (现场考核、自评); decimals. */
export type Given = { readonly points: string; readonly outOf: string };

/** What a line may look at beside its own sums. */
export type Around = {
  readonly lines: ReadonlyMap<string, Line>;
  readonly given: Readonly<Record<string, Given>>;
  /** Decimals of a score. */
  readonly digits: number;
};

/** The line of one indicator for one unit. */
export function scoreLine(prepared: PreparedIndicator, sums: Sums, around: Around): Line {
  const { of, counting } = prepared;
  if (of.source.kind === 'awaited') return left(prepared, 'awaited');
  if (of.source.kind === 'given') return givenLine(prepared, around);
  return counting === null ? left(prepared, 'awaited') : lineOf(prepared, counting.ratio(sums), { ...around, sums });
}

function givenLine(prepared: PreparedIndicator, around: Around): Line {
  const given = Object.hasOwn(around.given, prepared.of.code) ? around.given[prepared.of.code] : undefined;
  if (given === undefined) return left(prepared, 'notGiven');
  return lineOf(prepared, { numerator: decimal(given.points), denominator: decimal(given.outOf) }, { ...around, sums: {} });
}

type Counted = Around & { readonly sums: Sums };

function lineOf(prepared: PreparedIndicator, ratio: Ratio, around: Counted): Line {
  const { numerator, denominator, factor = whole, facts = {} } = ratio;
  const counted = {
    numerator: writtenShort(numerator),
    denominator: denominator === null ? null : writtenShort(denominator),
    facts,
  };
  if (denominator !== null && isNothing(denominator)) return { ...withoutRate(prepared, around), ...counted };
  const { of, weight, weightWritten, attaining } = prepared;
  const value = times(denominator === null ? numerator : dividedBy(numerator, denominator), factor);
  return {
    code: of.code,
    dimension: of.dimension,
    weight: weightWritten,
    status: 'scored',
    reason: null,
    ...counted,
    value: written(denominator === null ? value : times(value, hundred)),
    score: written(rounded(times(weight, attaining(value, weight)), around.digits)),
    adjusted: null,
  };
}

/** 0/0: what the zero policy of the indicator says. Never 0 or 100 % by itself. */
function withoutRate(prepared: PreparedIndicator, counted: Counted): Line {
  const { answer, reason } = answerTo(prepared.of.zero, counted);
  if (answer === 'na') return left(prepared, reason);
  return { ...blank(prepared), status: 'scored', reason, score: answer === 'full' ? prepared.weightWritten : '0.00' };
}

type Answer = { readonly answer: 'na' | 'full' | 'zero'; readonly reason: LineReason };

const plainAnswers = {
  na: { answer: 'na', reason: 'naByZero' },
  full: { answer: 'full', reason: 'fullByZero' },
  zero: { answer: 'zero', reason: 'zeroByZero' },
} as const satisfies Record<string, Answer>;

function answerTo(zero: ZeroPolicy, { lines, sums }: Counted): Answer {
  if (typeof zero === 'string') return plainAnswers[zero];
  if (!('fullIf' in zero)) return answerByMeasure(zero, sums);
  const first = lines.get(zero.fullIf);
  const reached = first !== undefined && first.score !== null && !isLess(decimal(first.score), least(first, zero.atLeast));
  return reached ? { answer: 'full', reason: 'fullByZero' } : { answer: 'na', reason: 'fullIfMissed' };
}

type ByMeasure = Exclude<ZeroPolicy, string | { readonly fullIf: string }>;

function answerByMeasure(zero: ByMeasure, sums: Sums): Answer {
  if ('zeroIf' in zero) return isFound(sums, zero.zeroIf) ? { answer: 'zero', reason: 'zeroThough' } : plainAnswers.na;
  if ('naIf' in zero) return isFound(sums, zero.naIf) ? plainAnswers.na : plainAnswers.zero;
  return isFound(sums, zero.fullUnless) ? { answer: 'zero', reason: 'zeroUndone' } : plainAnswers.full;
}

function isFound(sums: Sums, measure: string): boolean {
  return (sums[measure] ?? 0) > 0;
}

function least(line: Line, share: string): Exact {
  return times(decimal(line.weight), decimal(share));
}

function left(prepared: PreparedIndicator, reason: LineReason): Line {
  return { ...blank(prepared), reason };
}

function blank({ of, weightWritten }: PreparedIndicator): Line {
  return {
    code: of.code,
    dimension: of.dimension,
    weight: weightWritten,
    status: 'na',
    reason: null,
    numerator: null,
    denominator: null,
    value: null,
    score: null,
    adjusted: null,
    facts: {},
  };
}
