import { refuse } from '../kernel/index.ts';
import { compareDecimals, productOf } from './decimal.ts';
import { type RiskLevel } from './levels.ts';
import { type Factor, factorsOf, type GradingMethod, type Scale, type ScaleBody } from './scale.ts';

/** 直接判定为重大风险 (DB37/T 2882 style). */
export const directMajors = ['forbiddenByLaw', 'fatalBefore', 'majorHazardInstallation', 'tenPeople', 'expertJudged'] as const;
export type DirectMajor = (typeof directMajors)[number];

/** The factors as a person chose them; each one of the values that the table knows. */
export type Chosen = Readonly<Partial<Record<Factor, string | null>>>;

export type Grading = {
  /** D or R, exact. */
  readonly score: string;
  /** The class of the table that the score falls into, the worst is 0. */
  readonly band: number;
  /** By the table, or 重大 where a direct rule says so. */
  readonly level: RiskLevel;
};

/**
 * Grades by the table, exactly. Refuses by `invalid` with `risks.value_not_in_scale` what the table does not know.
 * A direct rule lifts the level to 重大 and leaves the score as it is.
 */
export function gradeBy({ method, body }: Pick<Scale, 'method' | 'body'>, chosen: Chosen, direct: DirectMajor | null = null): Grading {
  const score = scoreBy(method, body, chosen);
  const band = bandOf(body, score);
  const level = body.bands[band]?.level ?? 'low';
  return { score, band, level: direct === null ? level : 'major' };
}

/** The product of the chosen values, each of which must stand in the table. */
function scoreBy(method: GradingMethod, body: ScaleBody, chosen: Chosen): string {
  const values = factorsOf[method].map((factor) => {
    const given = chosen[factor] ?? '';
    const known = body[factor].some(({ value }) => value === given);
    return known ? given : refuse('invalid', 'risks.value_not_in_scale', { factor, value: given });
  });
  if (method === 'ls' && (chosen.exposure ?? null) !== null)
    refuse('invalid', 'risks.value_not_in_scale', { factor: 'exposure', value: chosen.exposure ?? '' });
  return productOf(values);
}

/** A score on a boundary belongs to the class that the table's boundary rule names. */
export function bandOf({ bands, boundary }: ScaleBody, score: string): number {
  const at = bands.findIndex(({ over }) => {
    const compared = compareDecimals(score, over);
    return boundary === 'lower' ? compared > 0 : compared >= 0;
  });
  return at === -1 ? bands.length - 1 : at;
}
