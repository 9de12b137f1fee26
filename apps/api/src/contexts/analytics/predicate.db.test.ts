import { given, test, testSecrets } from '@changming/application/testing';
import { openHouse } from '@changming/application/context';
import { expect } from 'vitest';

import { askerOn, givenHazardRow, givenToken } from '../../testing/readers.ts';

/** Entered as the owner, for whom no policy of row-level security holds. */
test('a file shows nothing of another branch by the explicit predicate alone', async ({ house, database: { owner, url } }) => {
  const { east, workshop, farMill, west } = await given.group(owner);
  const [own, foreign] = [await givenHazardRow(owner, workshop), await givenHazardRow(owner, farMill)];
  const token = await givenToken(owner, east);
  const unguarded = openHouse({ url, max: 4, clock: house.clock, secrets: testSecrets });
  const { get } = askerOn(unguarded);
  const now = encodeURIComponent('2026-01-20T10:00:00+08:00');

  for (const path of ['/hazards?', `/hazards?knownAt=${now}&`, '/units?', '/unitHistory?', '/dueMonths?', '/lookBacks?']) {
    const { status, text } = await get(`${path}format=csv`, token);
    expect([path, status]).toEqual([path, 200]);
    expect([path, [foreign, farMill.id, west.id].filter((id) => text.includes(id))]).toEqual([path, []]);
  }
  expect((await get('/hazards?format=ndjson', token)).text).toContain(own);
  await unguarded.close();
});
