/** A plain decimal number as text: `0.5`, `320`. No exponent, no sign. */
export const decimalPattern = /^(?:0|[1-9]\d{0,5})(?:\.\d{1,4})?$/;

type Scaled = { readonly digits: bigint; readonly places: number };

function scaled(text: string): Scaled {
  if (!decimalPattern.test(text)) throw new RangeError(`no plain decimal: ${text}`);
  const [whole = '0', fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), places: fraction.length };
}

/** The exact product of decimals, as short as it can be written: `0.2 × 0.5 × 100` is `10`. */
export function productOf(factors: readonly string[]): string {
  const { digits, places } = factors
    .map(scaled)
    .reduce((product, each) => ({ digits: product.digits * each.digits, places: product.places + each.places }));
  const padded = String(digits).padStart(places + 1, '0');
  const whole = padded.slice(0, padded.length - places);
  const fraction = padded.slice(padded.length - places).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** Negative, zero or positive as `a` is smaller than, equal to or greater than `b`; exact at any number of places. */
export function compareDecimals(a: string, b: string): number {
  const places = Math.max(placesOf(a), placesOf(b));
  const difference = shifted(a, places) - shifted(b, places);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

function placesOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

function shifted(text: string, places: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}
