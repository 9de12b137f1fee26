/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * One text for one value: keys in the order of their code units, no blanks, nothing undefined (RFC 8785). Equal values have equal
 * hashes, whatever built them. Fails loudly on a number that JSON cannot say.
 */
export function canonical(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`no number of JSON: ${value}`);
  if (value === null || typeof value !== 'object') return typeof value === 'string' ? JSON.stringify(value) : `${value}`;
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  return membersOf(value);
}

type Members = { readonly [key: string]: Json | undefined };

function membersOf(value: Members): string {
  let members = '';
  // Without a comparison of its own, `toSorted` goes by code units; `localeCompare` would depend on the machine.
  for (const key of Object.keys(value).toSorted()) {
    const member = value[key];
    if (member !== undefined) members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonical(member)}`;
  }
  return `{${members}}`;
}

function isList(value: readonly Json[] | Members): value is readonly Json[] {
  return Array.isArray(value);
}
