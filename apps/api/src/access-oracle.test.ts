import { clockFrom } from '@changming/application/clock';
import { openHouse } from '@changming/application/context';
import { testSecrets } from '@changming/application/testing';
import { pino } from 'pino';
import { expect, it } from 'vitest';

import { buildApp, routesOf } from './app.ts';
import { expectedFor, type Said } from './testing/oracle.ts';
import { routesSaid } from './testing/matrix.ts';

it('knows every route that is served, and none that is not', async () => {
  const house = openHouse({ url: 'postgres://nobody@127.0.0.1:1/none', clock: clockFrom(undefined), secrets: testSecrets });

  const { faults } = routesSaid(routesOf(buildApp({ house, log: pino({ level: 'silent' }), secure: false })));
  await house.close();

  expect(faults).toEqual([]);
});

it('names a route that nobody described', () => {
  const { faults } = routesSaid([{ method: 'GET', path: '/api/v1/secrets' }]);

  expect(faults).toContain('the oracle says nothing of GET /secrets');
  expect(faults).toContain('no example asks GET /secrets');
});

it('says what the description says', () => {
  const record: Said = { by: ['safetyOfficer'], about: 'record' };
  const officer = { role: 'safetyOfficer', relation: 'own', credential: 'session', method: 'POST', held: 'unit', walls: 'both' } as const;

  expect(expectedFor(record, officer)).toBe('through');
  expect(expectedFor(record, { ...officer, relation: 'child' })).toBe('through');
  for (const relation of ['parent', 'sibling', 'foreign', 'absent'] as const)
    expect(expectedFor(record, { ...officer, relation })).toBe(404);
  expect(expectedFor(record, { ...officer, role: 'worker', relation: 'foreign' })).toBe(403);
  expect(expectedFor({ ...record, byToken: false }, { ...officer, credential: 'token' })).toBe(403);
  expect(expectedFor(record, { ...officer, credential: 'elsewhere' })).toBe(404);
  for (const credential of ['expired', 'revoked', 'disabled', 'none'] as const)
    expect(expectedFor(record, { ...officer, credential })).toBe(401);
  expect(expectedFor({ by: 'signedIn', about: 'self' }, { ...officer, credential: 'token' })).toBe(403);
  expect(expectedFor({ ...record, about: 'group' }, officer)).toBe(403);
  expect(expectedFor({ ...record, about: 'group' }, { ...officer, held: 'group' })).toBe('through');
});
