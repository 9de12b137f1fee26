import { expect, test } from 'vitest';

import { keyFrom, newKey, sealJson, unsealJson } from './cipher.ts';

const mine = Buffer.alloc(32, 3).toString('base64');
const yours = Buffer.alloc(32, 4).toString('base64');

test('what was locked with the key of one sign-in opens with the same key at the next', async () => {
  const lying = await sealJson(await keyFrom(mine), 'items a', { text: '三号机无防护罩' });

  expect(Buffer.from(lying.sealed).toString('utf8')).not.toContain('三号机');
  expect(await unsealJson(await keyFrom(mine), 'items a', lying)).toEqual({ text: '三号机无防护罩' });
});

test('a colleague’s key, another place or a changed byte opens nothing', async () => {
  const lying = await sealJson(await keyFrom(mine), 'items a', { text: '三号机无防护罩' });
  const bent = { ...lying, sealed: new Uint8Array(lying.sealed).map((byte, at) => (at === 0 ? byte ^ 1 : byte)).buffer };

  await expect(unsealJson(await keyFrom(yours), 'items a', lying)).rejects.toThrow();
  await expect(unsealJson(await newKey(), 'items a', lying)).rejects.toThrow();
  await expect(unsealJson(await keyFrom(mine), 'items b', lying)).rejects.toThrow();
  await expect(unsealJson(await keyFrom(mine), 'items a', bent)).rejects.toThrow();
});

test('the key itself can be used and not taken', async () => {
  await expect(crypto.subtle.exportKey('raw', await keyFrom(mine))).rejects.toThrow();
});
