import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { onStore } from '../store/database.ts';
import { unlockFor } from '../store/keyring.ts';
import { givenBrowser } from '../testing/given-browser.ts';
import { countOthers } from './others.ts';
import { keepItemNow } from './outbox.ts';
import { begun } from './passage.ts';

beforeAll(() => {
  givenBrowser();
  vi.stubGlobal('fetch', async () => Response.json({ key: btoa('o'.repeat(32)), idle: 900_000, rest: 900_000 }));
});

afterAll(() => vi.unstubAllGlobals());

async function givenLying(id: string, ownerId: string | null, waits: boolean): Promise<void> {
  const sealed = { nonce: new Uint8Array(12), sealed: new ArrayBuffer(32) };
  await onStore('items', 'readwrite', (store) => store.put({ id, ownerId, waits, ...sealed }));
}

test('what waits of others is counted, and asked for again where the phone could not be looked at', async () => {
  const me = 'account-me';
  // Tests that ran before on the same phone have left their own.
  await onStore('items', 'readwrite', (store) => store.clear());
  await unlockFor(me);
  await givenLying('theirs', 'account-other', true);
  await givenLying('theirs-draft', 'account-other', false);
  await givenLying('mine', me, true);
  await givenLying('nobodys', null, true);
  const looking = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementationOnce(() => {
    throw new DOMException('gone', 'InvalidStateError');
  });
  const told = vi.fn();
  const change = () => keepItemNow({ id: 'new', kind: 'check', ownerId: me, at: Date.now(), content: {}, passage: begun });

  const stop = countOthers(me, told);
  await vi.waitFor(() => expect(looking.mock.results.map(({ type }) => type)).toEqual(['throw']));
  await new Promise((resume) => setTimeout(resume, 20));
  expect(told).not.toHaveBeenCalled();
  await change();
  await vi.waitFor(() => expect(told.mock.calls).toEqual([[1]]));
  looking.mockClear();
  await change();
  await new Promise((resume) => setTimeout(resume, 20));

  expect(looking).not.toHaveBeenCalled();
  stop();
  looking.mockRestore();
});

test('whoever asks no longer is told nothing', async () => {
  const told = vi.fn();
  countOthers('account-gone', told)();
  await new Promise((resume) => setTimeout(resume, 50));
  expect(told).not.toHaveBeenCalled();
});
