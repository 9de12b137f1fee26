import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { givenFolder } from '../testing/folder.ts';
import { keepLanIdentity } from './identity.ts';

const now = new Date('2026-05-01T00:00:00Z');

test('a phone that trusts the house need not be asked again when the address changes', async () => {
  const dataDir = await givenFolder();
  const first = await keepLanIdentity(dataDir, ['192.168.1.20'], now);

  const second = await keepLanIdentity(dataDir, ['10.0.0.7'], now);

  expect(second.authority).toBe(first.authority);
  expect(new X509Certificate(await readFile(second.cert)).checkIP('10.0.0.7')).toBe('10.0.0.7');
});

test('an address the authority may not vouch for, or an authority near its end, makes a new one', async () => {
  const dataDir = await givenFolder();
  const first = await keepLanIdentity(dataDir, ['192.168.1.20'], now);

  const beyond = await keepLanIdentity(dataDir, ['203.0.113.9'], now);
  const later = await keepLanIdentity(dataDir, ['203.0.113.9'], new Date('2035-05-01T00:00:00Z'));

  expect(new Set([first.authority, beyond.authority, later.authority]).size).toBe(3);
});
