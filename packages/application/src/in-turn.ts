import { setImmediate } from 'node:timers/promises';

/** Writes parts one after the other; each is made while the database still works on the one before. */
export async function inTurn<Part>(parts: Iterable<Part>, write: (part: Part) => Promise<unknown>): Promise<void> {
  let before: Promise<unknown> = Promise.resolve();
  for (const part of parts) {
    await before;
    before = write(part);
    // The part that cannot be made is told of first; what became of this one ends with the transaction.
    before.catch(() => {});
    await setImmediate();
  }
  await before;
}

/** What is made of each part, each begun before the one ahead of it is asked for: what another core makes is ready by then. */
export function* madeAhead<Part, Made>(parts: Iterable<Part>, make: (part: Part) => Promise<Made>): Generator<Promise<Made>> {
  let ahead: Promise<Made> | null = null;
  for (const part of parts) {
    const made = make(part);
    // Whoever asks for it hears of it.
    made.catch(() => {});
    if (ahead !== null) yield ahead;
    ahead = made;
  }
  if (ahead !== null) yield ahead;
}

/** Parts of `size`, the last one smaller. */
export function* partsOf<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
