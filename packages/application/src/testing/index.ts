import { test as onDatabase } from '@changming/database/testing';
import { clockAt } from '@changming/domain/kernel';

import { type House, openHouse } from '../context.ts';
import { secretsFrom } from '../secrets.ts';

export { given, type Given } from './given.ts';
export { calling, givenAccount, givenGrant, givenPassword } from './given-account.ts';
export { as, holding } from './holding.ts';
export { declarationOf, givenJpeg, hashOf } from './photos.ts';

/** The instant at which every test happens, unless it moves the clock: 2026-01-20 in Shanghai. */
export const instant = '2026-01-20T02:00:00.000Z';
export const today = '2026-01-20';

export const testSecrets = secretsFrom(Buffer.alloc(32, 7).toString('base64'));

/** A house on somebody's database, entered as the runtime role, at any instant. */
export function houseAt(database: { readonly url: string; readonly role: string }, at: string = instant): House {
  return openHouse({ url: database.url, role: database.role, max: 4, clock: clockAt(at), secrets: testSecrets });
}

/** `test` with a house on the file's private database, entered as the runtime role. */
export const test = onDatabase.extend<{ house: House }>({
  house: [
    async ({ database }, use) => {
      const house = houseAt(database);
      await use(house);
      await house.close();
    },
    { scope: 'file' },
  ],
});
