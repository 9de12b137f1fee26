/** An exact number: `n / d` with `d` > 0. Scores are rounded only where the rules say so, never by binary floating point. */
export type Exact = { readonly n: bigint; readonly d: bigint };

export const nothing: Exact = { n: 0n, d: 1n };
export const whole: Exact = { n: 1n, d: 1n };

/** A whole number. Fails loudly on a fraction: those are given as decimals. */
export function count(value: number): Exact {
  return { n: BigInt(value), d: 1n };
}

/** `87.42`, `-0.5`, `100`: up to nine digits before the point and six behind it, which a number holds exactly once the point is gone. */
export function decimal(text: string): Exact {
  const point = text.indexOf('.');
  if (point < 0) return { n: BigInt(Number(text)), d: 1n };
  return { n: BigInt(Number(text.slice(0, point) + text.slice(point + 1))), d: tens(text.length - point - 1) };
}

const powers = Array.from({ length: 13 }, (_, digits) => 10n ** BigInt(digits));

function tens(digits: number): bigint {
  return powers[digits] ?? 10n ** BigInt(digits);
}

export function plus(a: Exact, b: Exact): Exact {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, { n: -b.n, d: b.d });
}

export function times(a: Exact, b: Exact): Exact {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** Fails loudly when `b` is nothing: whoever divides has asked for the zero policy first. */
export function dividedBy(a: Exact, b: Exact): Exact {
  if (b.n === 0n) throw new RangeError('division by nothing');
  return b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n };
}

export function isLess(a: Exact, b: Exact): boolean {
  return a.n * b.d < b.n * a.d;
}

export function isNothing({ n }: Exact): boolean {
  return n === 0n;
}

export function least(a: Exact, b: Exact): Exact {
  return isLess(b, a) ? b : a;
}

export function most(a: Exact, b: Exact): Exact {
  return isLess(a, b) ? b : a;
}

/** `value`, or the nearer end when it lies outside. */
export function clamped(value: Exact, low: Exact, high: Exact): Exact {
  return least(most(value, low), high);
}

export function total(values: readonly Exact[]): Exact {
  return values.reduce(plus, nothing);
}

/** Half up to so many decimals, by exact arithmetic; half away from zero below it. */
export function rounded(value: Exact, digits = 2): Exact {
  const scale = tens(digits);
  const size = value.n < 0n ? -value.n : value.n;
  const units = (2n * size * scale + value.d) / (2n * value.d);
  return { n: value.n < 0n ? -units : units, d: scale };
}

/** Rounded half up and written with just so many decimals: `87.42`, `3.00`. What leaves the domain. */
export function written(value: Exact, digits = 2): string {
  const { n } = rounded(value, digits);
  const size = String(n < 0n ? -n : n).padStart(digits + 1, '0');
  const sign = n < 0n ? '-' : '';
  return digits === 0 ? `${sign}${size}` : `${sign}${size.slice(0, -digits)}.${size.slice(-digits)}`;
}

/** A count as short as it can be: `17`, `2.5`. Kept to six decimals. */
export function writtenShort(value: Exact): string {
  return value.d === 1n ? value.n.toString() : written(value, 6).replace(/\.?0+$/, '');
}
