import type { Verb } from './verb.ts';
import { verbs } from './verbs.ts';
import { usageOf, wantsHelp } from './wants-help.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);
const [first = '', second = '', ...rest] = process.argv.slice(2);
const verb = verbs.find(({ name }) => name === `${first} ${second}`) ?? verbs.find(({ name }) => name === first);

process.exitCode = verb === undefined ? listVerbs() : await take(verb, verb.name.includes(' ') ? rest : process.argv.slice(3));

function listVerbs(): number {
  for (const { name, summary } of verbs) print(`cm ${name.padEnd(18)} ${summary}`);
  const isAsked = first === '' || first === 'help' || wantsHelp([first]);
  if (!isAsked) process.stderr.write(`没有“${[first, second].join(' ').trim()}”这个命令，可用的命令见上\n`);
  return isAsked ? 0 : 2;
}

/** Help is told at once; what opens the house is loaded only by who enters it. */
async function take(asked: Verb, args: readonly string[]): Promise<number> {
  if (!wantsHelp(args)) return (await import('./in-house.ts')).runInHouse(asked, args);
  print(usageOf(asked));
  return 0;
}
