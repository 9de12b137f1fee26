/** Why a line has no score, or has one without a rate. */
export const lineReasons = [
  'awaited',
  'notGiven',
  'naByZero',
  'fullByZero',
  'zeroByZero',
  'zeroThough',
  'zeroUndone',
  'fullIfMissed',
] as const;
export type LineReason = (typeof lineReasons)[number];

/** The result of one indicator for one unit. Numbers are decimal text, so that it is canonical JSON as it stands. */
export type Line = {
  readonly code: string;
  readonly dimension: string;
  /** `6.00` */
  readonly weight: string;
  readonly status: 'scored' | 'na';
  readonly reason: LineReason | null;
  /** Counts as short as they are, `17` or `2.5`; null when nothing counts them yet, and the second of an amount. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** In percent, with what the rate was multiplied by; an amount in points; null for 0/0 and for what is not counted. */
  readonly value: string | null;
  /** Null when it is left out. */
  readonly score: string | null;
  /** By how much persons corrected it, with reason and signature; null when nobody did. */
  readonly adjusted: string | null;
  /** What else the formula names. */
  readonly facts: Readonly<Record<string, string>>;
};
