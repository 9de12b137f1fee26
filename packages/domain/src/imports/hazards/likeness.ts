/** How much two keys share, 0 to 1, by their neighbouring pairs of signs. Figures count like words: `2具` and `5具` differ. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [one, other] = [pairsOf(a), pairsOf(b)];
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

function pairsOf(key: string): ReadonlySet<string> {
  const signs = Array.from(key);
  return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`));
}
