import type { operator } from '@changming/application/access';
import type { Caller, House } from '@changming/application/context';

import type { Config } from './config.ts';

export type Shell = {
  readonly house: House;
  /** Whoever holds the shell may speak as one of the three administrators. */
  readonly speakAs: (administrator: Parameters<typeof operator>[0]) => Caller;
  readonly config: Config;
  readonly print: (line: string) => void;
};

/** One verb of `cm`. Throwing ends the command with the error's sentence and exit code 1. */
export type Verb = {
  readonly name: string;
  readonly summary: string;
  readonly run: (shell: Shell, args: readonly string[]) => Promise<void>;
};
