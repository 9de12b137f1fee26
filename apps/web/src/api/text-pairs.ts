/** What may stand behind a name in an address. */
export type Plain = string | number | boolean;

/** Names and texts for an address: nothing for what is not there, one pair for each of several. */
export function textPairs(values: object): [name: string, text: string][] {
  return Object.entries(values as Record<string, Plain | readonly Plain[] | null | undefined>).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((one): [string, string][] => (one === '' ? [] : [[name, String(one)]])),
  );
}
