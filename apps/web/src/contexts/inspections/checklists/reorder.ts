type Coded = { readonly code: string };

/** The same items with the one at `at` a place higher (-1) or lower (1); unchanged at the ends. */
export function moved<Item>(items: readonly Item[], at: number, by: -1 | 1): Item[] {
  const [item, other] = [items[at], items[at + by]];
  if (item === undefined || other === undefined) return [...items];
  return items.map((each, place) => (place === at ? other : place === at + by ? item : each));
}

export function without<Item extends Coded>(items: readonly Item[], code: string): Item[] {
  return items.filter((item) => item.code !== code);
}

/** Takes the place of the item of its code; a new one comes last. */
export function withItem<Item extends Coded>(items: readonly Item[], item: Item): Item[] {
  return items.some(({ code }) => code === item.code) ? items.map((each) => (each.code === item.code ? item : each)) : [...items, item];
}
