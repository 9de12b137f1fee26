/** Numbers from 0 up to 1 that a seed fixes. */
export type Chance = () => number;

/** The stream of a seed (mulberry32 over an FNV-1a hash): the same text, the same numbers on every machine. */
export function chanceFrom(seed: string): Chance {
  let state = 0x811c9dc5;
  for (let at = 0; at < seed.length; at += 1) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** All of them in an order drawn by chance (Fisher–Yates). */
export function shuffled<Each>(all: readonly Each[], chance: Chance): Each[] {
  const left = [...all];
  const order: Each[] = [];
  while (left.length > 0) order.push(...left.splice(Math.floor(chance() * left.length), 1));
  return order;
}
