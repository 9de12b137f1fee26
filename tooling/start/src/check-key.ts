import { createHmac } from 'node:crypto';

import { asOwner } from './as-owner.ts';
import { sentences } from './sentences.ts';
import { StartFault } from './start-fault.ts';

/**
 * The first start notes a fingerprint of the key in the database; a later start with another key would write what nobody can read.
 * @throws StartFault when the key is not the one the data was encrypted with
 */
export async function checkKey(ownerUrl: string, secretKey: string): Promise<void> {
  const fingerprint = createHmac('sha256', Buffer.from(secretKey, 'base64')).update('changming key').digest('hex').slice(0, 32);
  await asOwner(ownerUrl, async (client) => {
    await client.query("insert into house.facts values ('secret_key', $1) on conflict do nothing", [fingerprint]);
    const { rows } = await client.query<{ value: string }>("select value from house.facts where name = 'secret_key'");
    if (rows[0]?.value !== fingerprint) throw new StartFault(sentences.otherKey);
  });
}
