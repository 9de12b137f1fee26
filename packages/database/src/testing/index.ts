import { test as base } from 'vitest';

import { cloneTestDatabase, type PrivateDatabase } from './clone.ts';

export { othersSettled } from './others-settled.ts';

export type TestDatabase = Pick<PrivateDatabase, 'owner' | 'url' | 'role'>;

/** `test` with a private PostgreSQL database per file, copied from the migrated template. */
export const test = base.extend<{ database: TestDatabase }>({
  database: [
    // oxlint-disable-next-line no-empty-pattern -- vitest reads the parameter list to learn what a fixture needs
    async ({}, use) => {
      const { drop, ...database } = await cloneTestDatabase();
      await use(database);
      await drop();
    },
    { scope: 'file' },
  ],
});
