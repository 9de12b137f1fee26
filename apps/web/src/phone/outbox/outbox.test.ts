import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { keyFrom, sealJson } from '../store/cipher.ts';
import { onStore } from '../store/database.ts';
import { keepingNow } from '../store/keeping.ts';
import { unlockFor } from '../store/keyring.ts';
import { givenBrowser } from '../testing/given-browser.ts';
import type { OutboxItem } from './item.ts';
import {
  closeItems,
  dropItem,
  isAllWritten,
  isItemKept,
  isWritten,
  itemNow,
  keepItem,
  keepItemNow,
  keepItemsNow,
  openItems,
  rereadItem,
  whenItemsChange,
  writeAllNow,
} from './outbox.ts';
import { begun } from './passage.ts';

const base64 = btoa('o'.repeat(32));
const day = 86_400_000;

beforeAll(() => {
  givenBrowser();
  vi.stubGlobal('fetch', async () => Response.json({ key: base64, idle: 900_000, rest: 900_000 }));
});

afterAll(() => vi.unstubAllGlobals());

/** A record as an earlier page left it, ten days ago. */
async function givenLying(id: string, ownerId: string, over: Partial<OutboxItem> = {}): Promise<void> {
  const content = { given: [], note: '', begun: { by: 'unit' } };
  const item = { id, kind: 'check', ownerId, at: Date.now() - 10 * day, content, passage: begun, ...over };
  const sealed = await sealJson(await keyFrom(base64), `items ${id}`, item);
  await onStore('items', 'readwrite', (store) => store.put({ id, ownerId, waits: false, ...sealed }));
}

test('a draft that nobody filled in is forgotten after a week; one that somebody did, or that cannot be judged, never', async () => {
  const owner = 'account-stale';
  await unlockFor(owner);
  await givenLying('stale-blank', owner);
  await givenLying('stale-noted', owner, { content: { given: [], note: '夜班', begun: { by: 'unit' } } });
  await givenLying('stale-unknown', owner, { kind: 'of-tomorrow' });
  await openItems(owner);

  expect(itemNow('stale-blank')).toBeUndefined();
  expect(itemNow('stale-noted')).toBeDefined();
  expect(itemNow('stale-unknown')).toBeDefined();
});

/** A photo that no record names, ten days old. */
async function givenLeftPhoto(id: string, ownerId: string): Promise<void> {
  await onStore('photos', 'readwrite', (store) => store.put({ id, ownerId, at: Date.now() - 10 * day }));
}

test('photos that no record names go, but not while a record cannot be opened or is of an unknown kind', async () => {
  for (const owner of ['account-whole', 'account-torn', 'account-strange']) await givenLeftPhoto(`photo-${owner}`, owner);
  await onStore('items', 'readwrite', (store) =>
    store.put({ id: 'torn', ownerId: 'account-torn', waits: true, nonce: new Uint8Array(12), sealed: new ArrayBuffer(32) }),
  );
  await givenLying('strange', 'account-strange', { kind: 'of-tomorrow' });
  for (const owner of ['account-whole', 'account-torn', 'account-strange']) {
    await unlockFor(owner);
    await openItems(owner);
  }

  const photosLeft = () => onStore('photos', 'readonly', (store) => store.getAllKeys());
  await vi.waitFor(async () => expect(await photosLeft()).not.toContain('photo-account-whole'));
  expect(await photosLeft()).toEqual(expect.arrayContaining(['photo-account-torn', 'photo-account-strange']));
});

test('photos that no record names are looked for once a day, for whose they are is read with the whole of each', async () => {
  const owner = 'account-daily';
  await unlockFor(owner);
  const get = vi.spyOn(IDBObjectStore.prototype, 'get');
  await givenLeftPhoto('photo-of-a-colleague', 'account-colleague');

  await openItems(owner);
  await vi.waitFor(() => expect(get).toHaveBeenCalledWith('photo-of-a-colleague'));
  get.mockClear();
  await openItems(owner);
  await new Promise((resume) => setTimeout(resume, 100));

  expect(get).not.toHaveBeenCalled();
  get.mockRestore();
});

test('reading a record again undoes nothing that was filled in meanwhile, and a read that fails forgets nothing', async () => {
  const owner = 'account-reread';
  await unlockFor(owner);
  const content = { given: [], note: '', begun: { by: 'unit' } };
  const item = { id: 'reread', kind: 'check', ownerId: owner, at: Date.now(), content, passage: begun };
  await keepItemNow(item);

  const reading = rereadItem(item.id);
  const noted = { ...item, content: { ...content, note: '夜班' } };
  keepItem(noted);
  expect(await reading).toBe(noted);
  expect(itemNow(item.id)).toBe(noted);

  await keepItemNow(noted);
  const get = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
    throw new DOMException('gone', 'InvalidStateError');
  });
  expect(await rereadItem(item.id)).toBe(noted);
  get.mockRestore();
  expect(itemNow(item.id)).toBe(noted);
});

test('the page is not left while something could not be written', async () => {
  await writeAllNow();
  expect(await isAllWritten()).toBe(true);
  const content = { given: [], note: '夜班', begun: { by: 'unit' } };
  keepItem({ id: 'keyless', kind: 'check', ownerId: 'account-keyless', at: Date.now(), content, passage: begun });
  await writeAllNow();
  expect(await isAllWritten()).toBe(false);

  await dropItem('keyless');
  expect(await isAllWritten()).toBe(true);
});

test('what another tab begins is seen here, and what it drops is gone; of an account that is locked here nothing is', async () => {
  const [other, owner] = [new BroadcastChannel('cm.outbox'), 'account-tabs'];
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin but its own
  const tell = (id: string) => other.postMessage(id);
  await unlockFor(owner);
  const filled = { at: Date.now(), content: { given: [], note: '夜班', begun: { by: 'unit' } } };
  await givenLying('tab-begun', owner, filled);
  await givenLying('tab-locked', 'account-locked', filled);
  for (const id of ['tab-begun', 'tab-locked']) tell(id);
  await vi.waitFor(() => expect(itemNow('tab-begun')?.ownerId).toBe(owner));
  expect(itemNow('tab-locked')).toBeUndefined();

  await onStore('items', 'readwrite', (store) => store.delete('tab-begun'));
  tell('tab-begun');
  await vi.waitFor(() => expect(itemNow('tab-begun')).toBeUndefined());
  other.close();
});

test('a phone that is full keeps the record on the page, refuses to leave it, and writes it as soon as there is room', async () => {
  const owner = 'account-full';
  await unlockFor(owner);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await keepItemNow({ id: 'full', kind: 'check', ownerId: owner, at: Date.now(), content: { given: [], note: '夜班' }, passage: begun });
  expect([itemNow('full')?.id, await isAllWritten(), await isItemKept('full')]).toEqual(['full', false, false]);

  put.mockRestore();
  await writeAllNow();
  expect([await isAllWritten(), await isItemKept('full')]).toEqual([true, true]);
});

test('a record is called kept when it lies on the phone, not when the page knows it, and whoever shows it is told', async () => {
  const owner = 'account-soon';
  await unlockFor(owner);
  const told: boolean[] = [];
  const deaf = whenItemsChange(() => told.push(isWritten('soon')));
  const content = { given: [], note: '', begun: { by: 'unit' } };

  const keeping = keepItemNow({ id: 'soon', kind: 'check', ownerId: owner, at: Date.now(), content, passage: begun });

  expect(isWritten('soon')).toBe(false);
  await keeping;
  expect(isWritten('soon') && (await isItemKept('soon'))).toBe(true);
  expect([told[0], told.at(-1)]).toEqual([false, true]);
  deaf();
});

/** Records that somebody filled in, made one after the other. */
function givenFilled(ownerId: string, count: number): readonly OutboxItem[] {
  const content = { given: [], note: '夜班', begun: { by: 'unit' } };
  return Array.from({ length: count }, (_, n) => ({
    id: `${ownerId}-${n}`,
    kind: 'check',
    ownerId,
    at: Date.now() + n,
    content,
    passage: begun,
  }));
}

test('hundreds of records are written in one go and shown anew once, and all of them are opened again', async () => {
  const owner = 'account-many';
  await unlockFor(owner);
  const items = givenFilled(owner, 300);
  const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const told = vi.fn();
  const deaf = whenItemsChange(told);

  await keepItemsNow(items);
  expect([transactions.mock.calls.length, told.mock.calls.length]).toEqual([1, 2]);
  closeItems(owner);
  expect(itemNow(`${owner}-299`)).toBeUndefined();
  told.mockClear();
  await openItems(owner);
  deaf();
  transactions.mockRestore();

  expect(items.map(({ id }) => itemNow(id))).toEqual(items);
  expect(told).toHaveBeenCalledOnce();
});

test('what is changed while another record is still being locked is not written over with what it was', async () => {
  const owner = 'account-meanwhile';
  await unlockFor(owner);
  const [first, second] = givenFilled(owner, 2) as [OutboxItem, OutboxItem];
  const noted = { ...first, content: { given: [], note: '白班', begun: { by: 'unit' } } };
  const gate = Promise.withResolvers<null>();
  const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
  const slow: typeof encrypt = async (...given) => (await gate.promise, encrypt(...given));
  const locking = vi.spyOn(crypto.subtle, 'encrypt').mockImplementationOnce(encrypt).mockImplementationOnce(slow);

  const keeping = keepItemsNow([first, second]);
  await keepItemNow(noted);
  gate.resolve(null);
  await keeping;
  locking.mockRestore();
  closeItems(owner);
  await openItems(owner);

  expect([itemNow(first.id), itemNow(second.id)]).toEqual([noted, second]);
});

test('a record that was laid down meanwhile is not called unkept because those it was to be written with could not be', async () => {
  const owner = 'account-beside';
  await unlockFor(owner);
  const [first, second] = givenFilled(owner, 2) as [OutboxItem, OutboxItem];
  const gate = Promise.withResolvers<null>();
  const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
  const slow: typeof encrypt = async (...given) => (await gate.promise, encrypt(...given));
  const locking = vi.spyOn(crypto.subtle, 'encrypt').mockImplementationOnce(encrypt).mockImplementationOnce(slow);
  const before = keepingNow();

  const keeping = keepItemsNow([first, second]);
  await keepItemNow({ ...first, at: first.at + 1 });
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  gate.resolve(null);
  await keeping;
  put.mockRestore();
  locking.mockRestore();
  const full = keepingNow();
  await dropItem(second.id);

  expect([before, full, keepingNow()]).toEqual(['kept', 'full', 'kept']);
});
