import { join } from 'node:path';

import { misspeltContexts } from '@changming/rooms/spellings';
import { missingRooms, strangeRooms } from '@changming/rooms/strange-rooms';

import { benchSmall } from './bench-small.ts';
import { type Check, type Outcome, verdictOn } from './check.ts';
import { makeDemoHouse, testInBrowser } from './demo-house.ts';
import { lint } from './lint.ts';
import { missingPhrases } from './missing-phrases.ts';
import { onFifteen } from './on-fifteen.ts';
import { pageFaults, pages } from './page-size.ts';
import { runProgram } from './program.ts';
import { runVitest } from './run-vitest.ts';
import { stalePaths } from './stale-paths.ts';
import { unspokenActs } from './unspoken-acts.ts';

/**
 * In this order: what is wrong most often is said early, and beside the lint, which takes longest of that, whatever needs one core; beside
 * the tests of starting, which wait a lot, there is room for the slow ones.
 */
export const checks: readonly Check[] = [
  program('format', 'Formatting (biome)', 'biome format --reporter=summary .'),
  { name: 'lint', heading: 'Lint (oxlint --type-aware)', lanes: 1, run: lint },
  program('typecheck', 'Types (tsc of every package as one build, cached)', 'node tooling/checks/typecheck.ts'),
  inspection('rooms', 'Rooms of the context map', (root) => [...strangeRooms(root), ...missingRooms(root)]),
  inspection('spellings', 'One spelling for a context', misspeltContexts),
  inspection('documents', 'Paths that documents cite', stalePaths),
  inspection('phrases', 'Sentences in every language', phrasesMissing),
  program('boundaries', 'Boundaries between layers and contexts', 'node tooling/lint/boundaries.mjs'),
  program('packages', 'Boundaries between packages (turbo)', 'turbo boundaries'),
  program('knip', 'Dead exports and unused packages (knip)', 'knip --no-progress'),
  { name: 'web', heading: 'The web is built; the phone and the desk stay light', lanes: 1, run: buildWeb },
  tests({ name: 'unit', heading: 'Tests without a database', lanes: 2 }),
  tests({ name: 'db', heading: 'Tests on PostgreSQL 18', lanes: 2 }),
  { name: 'house', heading: 'The first start of the product, with the demo group', lanes: 0, run: makeDemoHouse },
  tests({ name: 'server', heading: 'Tests of the embedded server and of starting', lanes: 1 }),
  tests({ name: 'db15', heading: 'Tests on PostgreSQL 15', lanes: 1 }, onFifteen),
  { name: 'bench', heading: 'The benches run, compare the same answers, and no ratio is far off', lanes: 1, run: benchSmall },
  { name: 'browser', heading: 'Tests in a browser', lanes: 2, run: testInBrowser },
];

function program(name: string, heading: string, line: string): Check {
  const [command = '', ...args] = line.split(' ');
  const run = async (root: string): Promise<Outcome> => {
    const { ok, output } = await runProgram({ root, command, args });
    return ok ? verdictOn([]) : verdictOn([output.slice(-8000)]);
  };
  return { name, heading, lanes: 1, run };
}

function inspection(name: string, heading: string, faultsIn: (root: string) => readonly string[] | Promise<string[]>): Check {
  return { name, heading, lanes: 1, run: async (root) => verdictOn(await faultsIn(root)) };
}

function tests(check: Omit<Check, 'run'>, parts: readonly string[] = []): Check {
  const { name } = check;
  return { ...check, run: (root) => runVitest(root, { projects: name.startsWith('db') ? [name, `${name}-changed`] : [name], parts }) };
}

async function phrasesMissing(root: string): Promise<string[]> {
  const { en, zhCN } = await import('@changming/phrases');
  const acts = { ...zhCN.audit.acts, ...zhCN.audit.permissionActs };
  return [...missingPhrases(zhCN, en, 'en'), ...unspokenActs(root, acts)];
}

/** Built before anything is started: the products that the tests start find these very pages and build none. */
async function buildWeb(root: string): Promise<Outcome> {
  const built = await runProgram({ root, command: 'node', args: ['tooling/start/src/pages.ts'] });
  const dist = join(root, 'apps', 'web', 'dist');
  return verdictOn(built.ok ? [pages.phone, pages.desk].flatMap((page) => pageFaults(dist, page)) : [built.output.slice(-8000)]);
}
