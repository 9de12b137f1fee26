import type { Example } from './example.ts';
import { access as accessExamples } from './examples/access.ts';
import { units as unitsExamples } from './examples/units.ts';
import type { Said } from './oracle.ts';
import { access } from './said/access.ts';
import { units } from './said/units.ts';

/** One line a context: what the description says of its routes, and how to ask each of them. */
export const said: Readonly<Record<string, Said>> = { ...access, ...units };
export const examples: Readonly<Record<string, Example>> = { ...accessExamples, ...unitsExamples };
