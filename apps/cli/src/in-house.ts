import { operator } from '@changming/application/access';
import { openHouse, Refusal } from '@changming/application/context';
import { secretsFrom } from '@changming/application/secrets';
import { sentenceFor } from '@changming/phrases';

import { readConfig } from './config.ts';
import { speakAt } from './speak-at.ts';
import type { Shell, Verb } from './verb.ts';
import { misuseOf } from './wants-help.ts';

/** Runs a verb in the house that the environment names, and says what went wrong: 0, 1, or 2 when it was asked in a way it does not understand. */
export async function runInHouse({ name, load }: Verb, args: readonly string[]): Promise<number> {
  const config = readConfig(process.env);
  const house = openHouse({ url: config.DATABASE_API_URL, max: 4, clock: config.clock, secrets: secretsFrom(config.CM_SECRET_KEY) });
  const shell: Shell = {
    house,
    config,
    print: (line) => process.stdout.write(`${line}\n`),
    speakAs: (administrator) => house.callerFor(operator(administrator)),
    speakAt: (code) => speakAt(house, code),
  };
  try {
    const run = await load();
    await run(shell, args);
    return 0;
  } catch (error) {
    const misuse = misuseOf(error, name);
    process.stderr.write(`${misuse ?? toldOf(error)}\n`);
    return misuse === null ? 1 : 2;
  } finally {
    await house.close();
  }
}

function toldOf(error: unknown): string {
  if (error instanceof Refusal) return sentenceFor(error.code, error.facts);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
