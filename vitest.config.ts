import { defineConfig } from 'vitest/config';

const databaseTests = ['{apps,packages,tooling}/*/{src,test}/**/*.db.test.ts'];
const special = ['**/*.{db,server,browser,long}.test.ts'];

/** Each file has a database of its own; while one waits for the server, another reckons. */
function onDatabase(name: string, setup: string, maxWorkers: number) {
  const patience = { testTimeout: 20_000, hookTimeout: 30_000 };
  return { test: { name, include: databaseTests, globalSetup: [setup], maxWorkers, ...inTurn(maxWorkers), ...patience } };
}

/** Projects that are run by one command and take different numbers of cores follow each other. */
function inTurn(groupOrder: number) {
  return { sequence: { groupOrder } };
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          include: ['{apps,packages,tooling}/*/**/*.test.{ts,tsx,mjs}'],
          exclude: [...special, '**/node_modules/**'],
        },
      },
      onDatabase('db', './vitest.database.ts', 2),
      onDatabase('db15', './vitest.database-15.ts', 1),
      {
        test: {
          name: 'server',
          include: ['{packages,tooling}/*/src/**/*.server.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          ...inTurn(1),
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tooling/e2e/src/**/*.browser.test.ts'],
          globalSetup: ['./tooling/e2e/src/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          ...inTurn(2),
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
