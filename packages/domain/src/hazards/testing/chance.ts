/** A seeded stream of numbers from 0 up to 1 (mulberry32): the same seed, the same stream. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Stands in for SHA-256: spreads as well, hides nothing. */
export function spread(text: string): string {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  const stream = chance(state);
  return Array.from({ length: 8 }, () =>
    Math.floor(stream() * 4_294_967_296)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
}
