type Run<Item> = {
  /** How many are worked on at a time. */
  readonly wide: number;
  /** Those of one lane come strictly one after the other. */
  readonly laneOf: (item: Item) => string;
  /** May be done long before its turn. */
  readonly prepare: (item: Item) => Promise<(() => Promise<void>)[]>;
};

/**
 * Works on several at a time and looks as if it had been one after the other: `prepare` answers the first step, which waits for the
 * first steps of everything before it, and the rest, which runs beside that of others.
 */
export async function inOrder<Item>(items: readonly Item[], { wide, laneOf, prepare }: Run<Item>): Promise<void> {
  const lanes = new Map<string, Promise<void>>();
  let begun: Promise<void> = Promise.resolve();
  await eachOf(items, wide, async (item) => {
    const [started, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const before = [begun, lanes.get(laneOf(item)) ?? Promise.resolve()];
    begun = started.promise;
    lanes.set(laneOf(item), ended.promise);
    const [first, ...rest] = await prepare(item);
    await Promise.all(before);
    await first?.();
    started.resolve();
    for (const step of rest) await step();
    ended.resolve();
  });
}

/** Calls `act` for every item, at most `wide` at a time, begun in their order. */
export async function eachOf<Item>(items: readonly Item[], wide: number, act: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: wide }, async () => {
      for (const item of waiting) await act(item);
    }),
  );
}
