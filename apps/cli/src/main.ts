import { operator } from '@changming/application/access';
import { openHouse, Refusal } from '@changming/application/context';
import { secretsFrom } from '@changming/application/secrets';
import { sentenceFor } from '@changming/phrases';

import { readConfig } from './config.ts';
import { speakAt } from './speak-at.ts';
import { verbs } from './verbs.ts';
import { misuseOf, usageOf, wantsHelp } from './wants-help.ts';

function toldOf(error: unknown): string {
  if (error instanceof Refusal) return sentenceFor(error.code, error.facts);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const [first = '', second = '', ...rest] = process.argv.slice(2);
const verb = verbs.find(({ name }) => name === `${first} ${second}`) ?? verbs.find(({ name }) => name === first);

if (verb === undefined) {
  for (const { name, summary } of verbs) print(`cm ${name.padEnd(18)} ${summary}`);
  const isAsked = first === '' || first === 'help' || wantsHelp([first]);
  if (!isAsked) process.stderr.write(`没有“${[first, second].join(' ').trim()}”这个命令，可用的命令见上\n`);
  process.exit(isAsked ? 0 : 2);
}
const args = verb.name.includes(' ') ? rest : process.argv.slice(3);
if (wantsHelp(args)) {
  print(usageOf(verb));
  process.exit(0);
}
const config = readConfig(process.env);
const house = openHouse({ url: config.DATABASE_API_URL, max: 4, clock: config.clock, secrets: secretsFrom(config.CM_SECRET_KEY) });
try {
  await verb.run(
    { house, config, print, speakAs: (administrator) => house.callerFor(operator(administrator)), speakAt: (code) => speakAt(house, code) },
    args,
  );
} catch (error) {
  const misuse = misuseOf(error, verb.name);
  process.stderr.write(`${misuse ?? toldOf(error)}\n`);
  process.exitCode = misuse === null ? 1 : 2;
} finally {
  await house.close();
}
