import { operator } from '@changming/application/access';
import { openHouse, Refusal } from '@changming/application/context';
import { secretsFrom } from '@changming/application/secrets';
import { sentenceFor } from '@changming/phrases';

import { readConfig } from './config.ts';
import { speakAt } from './speak-at.ts';
import { Misuse } from './verb.ts';
import { verbs } from './verbs.ts';

function toldOf(error: unknown): string {
  if (error instanceof Refusal) return sentenceFor(error.code, error.facts);
  if (error instanceof Misuse) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const [first = '', second = '', ...rest] = process.argv.slice(2);
const verb = verbs.find(({ name }) => name === `${first} ${second}`) ?? verbs.find(({ name }) => name === first);

if (verb === undefined) {
  for (const { name, summary } of verbs) print(`cm ${name.padEnd(18)} ${summary}`);
  process.exit(first === '' || first === 'help' ? 0 : 2);
}
const args = verb.name.includes(' ') ? rest : process.argv.slice(3);
const config = readConfig(process.env);
const house = openHouse({ url: config.DATABASE_API_URL, max: 4, clock: config.clock, secrets: secretsFrom(config.CM_SECRET_KEY) });
try {
  await verb.run(
    { house, config, print, speakAs: (administrator) => house.callerFor(operator(administrator)), speakAt: (code) => speakAt(house, code) },
    args,
  );
} catch (error) {
  process.stderr.write(`${toldOf(error)}\n`);
  process.exitCode = 1;
} finally {
  await house.close();
}
