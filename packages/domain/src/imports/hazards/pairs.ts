/** The neighbouring pairs of signs of a key. One of a single sign has none: it is alike only to itself. */
export function pairsOf(key: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  let before: string | null = null;
  for (const sign of key) {
    if (before !== null) pairs.add(before + sign);
    before = sign;
  }
  return pairs;
}

/** As many pairs as two keys with so many pairs must share to be alike: 4/5 of the mean, in whole numbers. */
export function sharedAtLeast(size: number, other: number): number {
  return Math.ceil((2 * (size + other)) / 5);
}
