import type { ShippedChecklist } from '../checklist.ts';
import { dustCleaning } from './dust-cleaning.ts';
import { lightsOut } from './lights-out.ts';

/** What every shift ends with: the lights-out confirmation and the dust cleaning. They stand beside the tables of the library. */
export const shiftRounds: readonly ShippedChecklist[] = [lightsOut, dustCleaning];
