import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { forgetParts } from '../../../phone/snapshot/part-store.ts';
import { lock, unlockFor } from '../../../phone/store/keyring.ts';
import { givenBrowser } from '../../../phone/testing/given-browser.ts';
import type { Place } from './draft.ts';
import { clearOpenShelf, recentPlaces, rememberPlace, visitedPlaces } from './recent-places.ts';

let key = 'a';

beforeAll(() => {
  givenBrowser();
  vi.stubGlobal('fetch', async () => Response.json({ key: btoa(key.repeat(32)), idle: 900_000, rest: 900_000 }));
});

afterAll(() => vi.unstubAllGlobals());

/** Another person signs in on the same phone. */
async function signedIn(account: string): Promise<void> {
  key = account.slice(-1);
  await unlockFor(account);
}

const plate = (code: string): Place => ({ by: 'plate', code, name: `点位 ${code}`, unit: '缝制一车间' });
const codes = (places: readonly Place[]) => places.map((place) => (place.by === 'plate' ? place.code : place.unitId));

test('the places lately visited are those of whoever is signed in, whatever hand the phone was in before', async () => {
  await signedIn('account-a');
  for (const code of ['P1', 'P2', 'P3', 'P4', 'P2']) void rememberPlace('account-a', plate(code));
  await rememberPlace('account-a', { by: 'unit', unitId: 'U1', name: '岚枝服装' });
  expect(codes(await recentPlaces('account-a'))).toEqual(['U1', 'P2', 'P4']);
  expect(codes(await visitedPlaces('account-a'))).toEqual(['U1', 'P2', 'P4', 'P3', 'P1']);

  await signedIn('account-b');
  expect(await recentPlaces('account-b')).toEqual([]);
  expect(await recentPlaces('account-a'), 'not even under the name of the other').toEqual([]);
  await rememberPlace('account-b', plate('P9'));

  await signedIn('account-a');
  expect(codes(await recentPlaces('account-a')), 'and back again').toEqual(['U1', 'P2', 'P4']);
});

test('signing out leaves none, nobody keeps any, and what once lay open is cleared away', async () => {
  await signedIn('account-a');
  await rememberPlace('account-a', plate('P1'));
  await lock();
  await forgetParts();
  await rememberPlace('account-a', plate('P5'));

  await signedIn('account-a');
  expect(await visitedPlaces('account-a')).toEqual([]);
  localStorage.setItem('cm.phone.places', JSON.stringify([plate('P1')]));
  clearOpenShelf();
  expect(localStorage.getItem('cm.phone.places')).toBeNull();
});
