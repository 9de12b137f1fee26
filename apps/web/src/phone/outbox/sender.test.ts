import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { unlockFor } from '../store/keyring.ts';
import { givenBrowser } from '../testing/given-browser.ts';
import type { OutboxItem } from './item.ts';
import { itemNow, keepItemsNow } from './outbox.ts';
import { begun, isDue } from './passage.ts';
import { sendFor } from './sender.ts';

const owner = 'account-sender';
const reach = vi.fn(async (address: string): Promise<Response> => {
  if (!address.endsWith('/phone-keys')) throw new TypeError('no line');
  return Response.json({ key: btoa('s'.repeat(32)), idle: 900_000, rest: 900_000 });
});

beforeAll(() => {
  givenBrowser();
  vi.stubGlobal('fetch', reach);
});

afterAll(() => {
  sendFor(null);
  vi.unstubAllGlobals();
});

/** Reports that were tried without a line and wait for five minutes now. */
function givenTried(count: number): readonly OutboxItem[] {
  const content = {
    kind: 'report',
    place: { by: 'unit', unitId: 'unit', name: '缝制一车间' },
    category: 'electricity',
    text: '',
    detail: '',
  };
  const passage = { ...begun, standing: { is: 'waiting', tries: 8, notBefore: Date.now() + 300_000, because: 'line' } } as const;
  return Array.from({ length: count }, (_, n) => {
    const id = `tried-${n}`;
    const at = Date.now() + n;
    return { id, kind: 'report', ownerId: owner, at, content: { ...content, id, at, photos: [], after: [], fixed: false }, passage };
  });
}

test('when somebody comes in, all that waits is due in one write, and a line that is still broken is found out by the oldest alone', async () => {
  await unlockFor(owner);
  const items = givenTried(100);
  await keepItemsNow(items);
  const writes = vi.spyOn(IDBDatabase.prototype, 'transaction');
  reach.mockClear();

  sendFor(owner);
  await vi.waitFor(() => expect(itemNow('tried-0')?.passage.standing).toMatchObject({ is: 'waiting', because: 'line', tries: 9 }));
  await vi.waitFor(() => expect(items.slice(1).every(({ id }) => isDue(itemNow(id)?.passage ?? begun, Date.now()))).toBe(true));

  expect(reach).toHaveBeenCalledOnce();
  expect(writes.mock.calls.filter(([, mode]) => mode === 'readwrite').length).toBeLessThanOrEqual(3);
  writes.mockRestore();
});
