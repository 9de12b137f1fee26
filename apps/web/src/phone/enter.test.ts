import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { enter } from './enter.ts';
import { itemNow } from './outbox/outbox.ts';
import { begun } from './outbox/passage.ts';
import { sendFor } from './outbox/sender.ts';
import { keyFrom, sealJson } from './store/cipher.ts';
import { onStore } from './store/database.ts';
import { givenBrowser } from './testing/given-browser.ts';

const base64 = btoa('k'.repeat(32));
const account = { id: 'account-enter', mustChangePassword: true };
let releases = false;

/** A server that knows who is here, and releases the key or is just being restarted. */
async function answered(address: string): Promise<Response> {
  if (!address.endsWith('/phone-keys')) return Response.json({ account });
  if (releases) return Response.json({ key: base64, idle: 900_000, rest: 900_000 });
  throw new TypeError('no line');
}

beforeAll(() => {
  givenBrowser();
  vi.stubGlobal('fetch', answered);
});

afterAll(() => {
  sendFor(null);
  vi.unstubAllGlobals();
});

test('what lies on the phone is opened at the next try when the server did not release its key at first, or the store was shut', async () => {
  const item = { id: 'enter-1', kind: 'check', ownerId: account.id, at: Date.now(), content: { given: [], note: '夜班' }, passage: begun };
  const sealed = await sealJson(await keyFrom(base64), `items ${item.id}`, item);
  await onStore('items', 'readwrite', (store) => store.put({ id: item.id, ownerId: account.id, waits: false, ...sealed }));

  expect(await enter(new AbortController().signal)).toMatchObject({ locked: true });
  expect(itemNow(item.id)).toBeUndefined();

  releases = true;
  const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
    throw new DOMException('gone', 'InvalidStateError');
  });
  expect(await enter(new AbortController().signal), 'nor when the store cannot be read').toMatchObject({ locked: true });
  getAll.mockRestore();

  expect(await enter(new AbortController().signal)).toMatchObject({ locked: false });
  expect(itemNow(item.id)).toEqual(item);
});
