/** A share that keeps both its counts; without a denominator there is no rate, and never 0 or 100 %. */
export type Rate = { readonly numerator: number; readonly denominator: number };

export function rateOf(numerator: number, denominator: number): Rate {
  return { numerator, denominator };
}

/** The rate in percent, rounded half up to `digits` decimals by exact arithmetic; null for 0/0, shown as "—". */
export function percentOf({ numerator, denominator }: Rate, digits = 2): string | null {
  if (denominator === 0) return null;
  const scale = 10n ** BigInt(digits);
  const doubled = 2n * BigInt(numerator) * 100n * scale;
  const rounded = (doubled + BigInt(denominator)) / (2n * BigInt(denominator));
  const whole = rounded / scale;
  return digits === 0 ? `${whole}` : `${whole}.${String(rounded % scale).padStart(digits, '0')}`;
}
