import { defineConfig } from 'vitest/config';

const databaseTests = ['{apps,packages,tooling}/*/{src,test}/**/*.db.test.ts'];
const special = ['**/*.{db,server,browser,long}.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{apps,packages,tooling}/*/**/*.test.{ts,tsx,mjs}'],
          exclude: [...special, '**/node_modules/**'],
        },
      },
      { test: { name: 'db', include: databaseTests, globalSetup: ['./vitest.database.ts'], testTimeout: 20_000, hookTimeout: 30_000 } },
      {
        test: { name: 'db15', include: databaseTests, globalSetup: ['./vitest.database-15.ts'], testTimeout: 20_000, hookTimeout: 30_000 },
      },
      {
        test: {
          name: 'server',
          include: ['{packages,tooling}/*/src/**/*.server.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tooling/e2e/src/**/*.browser.test.ts'],
          globalSetup: ['./tooling/e2e/src/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
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
        },
      },
    ],
  },
});
