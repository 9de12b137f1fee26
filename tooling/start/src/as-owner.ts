import { Client } from 'pg';

import { sentences } from './sentences.ts';
import { StartFault } from './start-fault.ts';

/** @throws StartFault where the database cannot be reached */
export async function asOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect().catch((error: Error) => {
    throw new StartFault(sentences.databaseUnreachable(error.message), { cause: error });
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
