import { randomBytes } from 'node:crypto';

import { Client } from 'pg';

import type { Database } from '../database.ts';
import { openDatabase } from '../open.ts';
import { runtimeRole, templateName, urlOf } from './server.ts';

/** `owner` arranges and looks; the code under test is given `url` and `role` and steps down to it. */
export type PrivateDatabase = {
  readonly owner: Database;
  readonly url: string;
  readonly role: string;
  readonly drop: () => Promise<void>;
};

/** Copied file by file: through the log, as is the server's way, a copy takes four times the processor time. */
export async function cloneTestDatabase(): Promise<PrivateDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${templateName} strategy file_copy`);
  const url = urlOf(name);
  const owner = openDatabase({ url, max: 4 });
  return {
    owner,
    url,
    role: runtimeRole,
    drop: async () => {
      await owner.destroy();
      await onServer(`drop database ${name} with (force)`);
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
