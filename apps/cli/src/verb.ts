import type { operator } from '@changming/application/access';
import type { Caller, House } from '@changming/application/context';

import type { Config } from './config.ts';

export type Shell = {
  readonly house: House;
  /** Whoever holds the shell may speak as one of the three administrators. */
  readonly speakAs: (administrator: Parameters<typeof operator>[0]) => Caller;
  /** Or as the group's safety department, at and below the unit of this code. */
  readonly speakAt: (unitCode: string) => Promise<{ readonly caller: Caller; readonly unitId: string }>;
  readonly config: Config;
  readonly print: (line: string) => void;
};

/** The verb was asked in a way it does not understand: its message says how to ask, and no stack is printed. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

/** What a verb of `cm` does. Throwing ends the command with the error's sentence and exit code 1; a Misuse with 2. */
export type Run = (shell: Shell, args: readonly string[]) => Promise<void>;

export type Verb = { readonly name: string; readonly summary: string; readonly load: () => Promise<Run> };
