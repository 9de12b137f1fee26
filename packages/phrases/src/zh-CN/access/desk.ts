import { accounts, slips } from './accounts.ts';
import { contexts, tokens } from './tokens.ts';
import { grants } from './grants.ts';
import { own, settings } from './own.ts';
import { ways } from './ways.ts';
import { devices } from './devices.ts';

/** The pages of the desk. */
export const desk = { accounts, slips, grants, tokens, contexts, own, settings, devices, ways };
