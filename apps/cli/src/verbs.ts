import { seed } from './seed/seed.ts';
import type { Verb } from './verb.ts';

/** Every verb of `cm`, one line each. */
export const verbs: readonly Verb[] = [seed];
