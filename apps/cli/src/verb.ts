import type { House } from '@changming/application/context';

import type { Config } from './config.ts';

export type Shell = {
  readonly house: House;
  readonly config: Config;
  readonly print: (line: string) => void;
};

/** One verb of `cm`. Throwing ends the command with the error's sentence and exit code 1. */
export type Verb = {
  readonly name: string;
  readonly summary: string;
  readonly run: (shell: Shell, args: readonly string[]) => Promise<void>;
};
