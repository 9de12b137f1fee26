import { IDBFactory } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';

import type { onStore } from './database.ts';

afterEach(() => vi.unstubAllGlobals());

function opened(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve) => {
    const request = factory.open('changming', 1);
    request.addEventListener('success', () => resolve(request.result));
  });
}

test('a tab with an older version does not hold up whoever asks; once it is closed the store opens', async () => {
  vi.resetModules();
  const fresh: { onStore: typeof onStore } = await import('./database.ts');
  const factory = new IDBFactory();
  vi.stubGlobal('indexedDB', factory);
  const old = await opened(factory);

  const read = () => fresh.onStore('items', 'readonly', (store) => store.getAll());
  await expect(read()).rejects.toMatchObject({ why: 'blocked' });

  old.close();
  await vi.waitFor(async () => expect(await read()).toEqual([]));
});
