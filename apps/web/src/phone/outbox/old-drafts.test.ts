import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { onStore, type StoreName } from '../store/database.ts';
import { unlockForNobody } from '../store/keyring.ts';
import { givenBrowser } from '../testing/given-browser.ts';
import { moveOldDrafts } from './old-drafts.ts';
import { itemNow } from './outbox.ts';

beforeAll(async () => {
  givenBrowser();
  await unlockForNobody();
});

afterAll(() => vi.unstubAllGlobals());

async function givenOldDraft(id: string): Promise<void> {
  const photo = { id: `${id}-photo`, sha256: id, takenAt: '2026-03-05T08:00:00Z', content: new Blob(['picture']) };
  const place = { by: 'plate', code: 'ABCDE23456', name: '泵房', unit: '动力科' };
  const draft = { key: `report:${id}`, kind: 'report', id, ownerId: null, at: 1, photos: [photo], after: [], text: '漏油', place };
  await onStore('drafts', 'readwrite', (store) => store.put(draft));
}

async function keysIn(name: StoreName): Promise<readonly IDBValidKey[]> {
  return onStore(name, 'readonly', (store) => store.getAllKeys());
}

test('a draft of an earlier version, with or without a name, goes only when record and photos have been read back', async () => {
  await givenOldDraft('old-1');
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await moveOldDrafts(null);
  put.mockRestore();
  expect(await keysIn('drafts')).toContain('report:old-1');
  expect(itemNow('old-1')?.content, 'it can be gone on with on this page').toMatchObject({ text: '漏油' });

  await moveOldDrafts(null);
  expect(await keysIn('drafts')).not.toContain('report:old-1');
  expect(await keysIn('items')).toContain('old-1');
  expect(await keysIn('photos')).toContain('old-1-photo');
});

test('a draft whose owner has no key here stays where it is', async () => {
  await onStore('drafts', 'readwrite', (store) =>
    store.put({ key: 'report:old-2', kind: 'report', ownerId: 'stranger', at: 1, photos: [] }),
  );
  await moveOldDrafts('stranger');
  expect(await keysIn('drafts')).toContain('report:old-2');
});
