/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * One text for one value: keys in the order of their code units, no blanks, nothing undefined (RFC 8785). Equal values have equal
 * hashes, whatever built them. Fails loudly on a number that JSON cannot say.
 */
export function canonical(value: Json): string {
  if (typeof value === 'string') return isPlain.test(value) ? `"${value}"` : JSON.stringify(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`no number of JSON: ${value}`);
  if (value === null || typeof value !== 'object') return `${value}`;
  return isList(value) ? listOf(value) : membersOf(value);
}

/** What JSON writes as it is: no quotes, no control characters, no half of a pair. */
const isPlain = /^[^"\\\p{Cc}\p{Cs}]*$/u;

function listOf(values: readonly Json[]): string {
  let list = '';
  for (const value of values) list += list === '' ? canonical(value) : `,${canonical(value)}`;
  return `[${list}]`;
}

type Members = { readonly [key: string]: Json | undefined };
type Named = readonly (readonly [key: string, written: string])[];

/** The order of the keys of values built alike: a run writes tens of thousands of them. */
const orders = new Map<string, Named>();
const mostOrders = 1000;

function membersOf(value: Members): string {
  let members = '';
  for (const [key, written] of orderOf(Object.keys(value))) {
    const member = value[key];
    if (member !== undefined) members += `${members === '' ? '' : ','}${written}${canonical(member)}`;
  }
  return `{${members}}`;
}

function orderOf(keys: readonly string[]): Named {
  // No key that JSON is kept of holds this sign.
  const alike = `${keys.length}\u0000${keys.join('\u0000')}`;
  const known = orders.get(alike);
  if (known !== undefined) return known;
  // Without a comparison of its own, `toSorted` goes by code units; `localeCompare` would depend on the machine.
  const order = keys.toSorted().map((key) => [key, `${JSON.stringify(key)}:`] as const);
  if (orders.size < mostOrders) orders.set(alike, order);
  return order;
}

function isList(value: readonly Json[] | Members): value is readonly Json[] {
  return Array.isArray(value);
}
