import { tidied } from '@changming/domain/kernel';

/** By how many characters a typed text is longer than the `most` that are kept, counted as the API counts them; 0 when it is not. */
export function overBy(typed: unknown, most: number): number {
  return typeof typed === 'string' ? Math.max(0, keptLength(typed) - most) : 0;
}

/** How many characters of a typed text are kept. */
export function keptLength(typed: string): number {
  return Array.from(tidied(typed)).length;
}
