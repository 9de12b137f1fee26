/** What parts one name from the next in a cell, and titles in brackets beside them. */
const between = /[\s、,，;；/／]+|[(（][^)）]*[)）]/u;

/**
 * How a list names somebody whom a ledger named: all whom the ledger wrote, while the one whom the record holds is one of them; the record's own
 * once it is another; the ledger's words where nobody was found. Null where neither names anybody.
 */
export function namedAs(name: string | null, written: string | undefined): string | null {
  if (name === null || written === undefined) return name ?? written ?? null;
  const closed = written.replace(/(?<=^\p{L})\s+(?=\p{L}$)/u, '');
  return closed.split(between).includes(name) ? written : name;
}
