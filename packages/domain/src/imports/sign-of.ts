import type { Beside } from './verdict.ts';

/**
 * What two tellings say differently, in a few letters. An answer that carries them counts for these differences and for no others: by the time
 * it is acted upon the hazard may be another. Empty where nothing differs.
 */
export function signOf(beside: readonly Beside[] = []): string {
  if (beside.length === 0) return '';
  return signOfText(JSON.stringify(beside.map(({ field, ours, theirs }) => [field, ours, theirs])));
}

/** The name that a unit had when it was said that the file calls it otherwise: once it has another, nothing was said. */
export function signOfName(name: string): string {
  return signOfText(name);
}

function signOfText(told: string): string {
  return `${folded(told, 16_777_619)}-${folded(told, 2_246_822_519)}`;
}

function folded(text: string, by: number): string {
  let sum = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), by);
  return (sum >>> 0).toString(36);
}
