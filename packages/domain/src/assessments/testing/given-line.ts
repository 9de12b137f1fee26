import type { Line } from '../line.ts';

/** A line with a score, or one that is left out. */
export function givenLine(code: string, weight: string, score: string | null): Line {
  return {
    code,
    dimension: code.slice(0, 1),
    weight,
    status: score === null ? 'na' : 'scored',
    reason: score === null ? 'naByZero' : null,
    numerator: null,
    denominator: null,
    value: null,
    score,
    adjusted: null,
    facts: {},
  };
}
