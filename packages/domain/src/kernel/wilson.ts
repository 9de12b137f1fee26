/** 97.5 % quantile of the standard normal distribution: two-sided 95 %. */
export const z95 = 1.959963984540054;

export type Interval = { readonly lower: number; readonly upper: number };

/** How many independent drawings `drawn` of `population` are worth: n·(N−1)/(N−n), endless when all were drawn. */
export function effectiveSize(drawn: number, population: number): number {
  return drawn >= population ? Number.POSITIVE_INFINITY : (drawn * (population - 1)) / (population - drawn);
}

/**
 * Wilson's score interval of a share observed in `size` drawings (which need not be whole: give `effectiveSize` for
 * drawings without replacement). `continuity` is the correction subtracted below and added above before the score is
 * inverted; 1/(2n) is customary, 0 is none.
 */
export function wilson(share: number, size: number, continuity = 0, z: number = z95): Interval {
  if (size === Number.POSITIVE_INFINITY) return { lower: share, upper: share };
  const low = share - continuity;
  const high = share + continuity;
  return {
    lower: low <= 0 ? 0 : Math.max(0, centre(low, size, z) - halfWidth(low, size, z)),
    upper: high >= 1 ? 1 : Math.min(1, centre(high, size, z) + halfWidth(high, size, z)),
  };
}

function centre(share: number, size: number, z: number): number {
  return (share + (z * z) / (2 * size)) / (1 + (z * z) / size);
}

function halfWidth(share: number, size: number, z: number): number {
  return (z / (1 + (z * z) / size)) * Math.sqrt((share * (1 - share)) / size + (z * z) / (4 * size * size));
}

export type WeighedEstimate = Interval & { readonly weight: number; readonly share: number };

/**
 * MOVER (method of variance estimates recovery): the interval of a weighted sum of independent estimates from the
 * interval of each. Weights are as they stand in the sum.
 */
export function mover(estimates: readonly WeighedEstimate[]): Interval {
  const sum = estimates.reduce((total, { weight, share }) => total + weight * share, 0);
  const below = Math.hypot(...estimates.map(({ weight, share, lower }) => weight * (share - lower)));
  const above = Math.hypot(...estimates.map(({ weight, share, upper }) => weight * (upper - share)));
  return { lower: sum - below, upper: sum + above };
}
