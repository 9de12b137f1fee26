import { globSync, readFileSync } from 'node:fs';

import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const databaseTests = '{apps,packages,tooling}/*/{src,test}/**/*.db.test.ts';
/** They change modules for themselves, so they load them for themselves; to all others what is loaded once serves in file after file. */
const changingModules = globSync(databaseTests).filter((file) => readFileSync(file, 'utf8').includes('vi.mock('));
/** Row-level security alone is walked on the oldest server here; on the newest the long form walks the whole of it. */
const onOldest = 'apps/api/src/access-matrix-policies.db.test.ts';
const special = ['**/*.{db,server,browser,long}.test.ts'];

/** Each file has a database of its own; while one waits for the server, another reckons. */
function onDatabase(name: 'db' | 'db15', setup: string, maxWorkers: number) {
  const changing = changingModules.filter((file) => name === 'db15' || file !== onOldest);
  const common = { globalSetup: [setup], maxWorkers, ...inTurn(maxWorkers), testTimeout: 20_000, hookTimeout: 30_000 };
  return [
    { test: { name, isolate: false, include: [databaseTests], exclude: changingModules, ...common } },
    { test: { name: `${name}-changed`, include: changing, ...common } },
  ];
}

/**
 * What takes longest: the walks through all routes and the office files; of the tests of starting, the starts, the kills and the new
 * context; of those in a browser, the one with a house of its own.
 */
const longest =
  /apps\/api\/src\/[\w-]+\.db\.test\.ts$|imports\/jobs\.db\.test\.ts$|\/(?:start|kills|make-context)\.server\.test\.ts$|\/whole-loop\.browser\.test\.ts$/;

/** The longest come first, so that no core waits for the last of them. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own, which makes a new list
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => longest.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Projects that are run by one command and take different numbers of cores follow each other. */
function inTurn(groupOrder: number) {
  return { sequence: { groupOrder } };
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          include: ['{apps,packages,tooling}/*/**/*.test.{ts,tsx,mjs}'],
          exclude: [...special, '**/node_modules/**'],
          maxWorkers: 2,
          ...inTurn(2),
        },
      },
      ...onDatabase('db', './vitest.database.ts', 2),
      ...onDatabase('db15', './vitest.database-15.ts', 2),
      {
        test: {
          name: 'server',
          include: ['{packages,tooling}/*/src/**/*.server.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          ...inTurn(2),
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tooling/e2e/src/**/*.browser.test.ts'],
          globalSetup: ['./tooling/e2e/src/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          isolate: false,
          maxWorkers: 3,
          ...inTurn(3),
        },
      },
      {
        test: {
          name: 'long',
          include: ['{apps,packages,tooling}/*/src/**/*.long.test.ts'],
          globalSetup: ['./vitest.database.ts'],
          testTimeout: 1_800_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          ...inTurn(1),
        },
      },
    ],
  },
});
