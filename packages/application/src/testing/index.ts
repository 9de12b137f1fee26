import { randomUUID } from 'node:crypto';

import { test as onDatabase } from '@changming/database/testing';
import { type Actor, type Grant, kindsOf, type Role } from '@changming/domain/access';
import { clockAt } from '@changming/domain/kernel';

import { type Caller, type House, openHouse } from '../context.ts';
import { secretsFrom } from '../secrets.ts';

export { given, type Given } from './given.ts';

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

type Place = { readonly id: string; readonly lo: number; readonly hi: number };

/** A person who holds `role` at `place` in every kind that the role offers. */
export function holding(role: Role, place: Place, personId: string = randomUUID()): Actor {
  const { id: unitId, lo, hi } = place;
  const grants = kindsOf(role).map((kind): Grant => ({ role, kind, unitId, units: { lo, hi }, from: '2025-01-01', to: null }));
  return { personId, accountId: null, grants };
}

/** The same, already calling. */
export function as(house: House, role: Role, place: Place, personId?: string): Caller {
  return house.callerFor(holding(role, place, personId));
}
