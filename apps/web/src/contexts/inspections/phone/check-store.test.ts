import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { dropItem, itemNow } from '../../../phone/outbox/outbox.ts';
import { givenBrowser } from '../../../phone/testing/given-browser.ts';
import { addPhoto, keepCheck } from './check-store.ts';
import { type Check, givenTo, newCheck, type Task, withGiven } from './check.ts';

const photo = { id: 'ph-1', sha256: 'a'.repeat(64), bytes: 1, takenAt: '2026-03-05T08:00:00Z' };

beforeAll(givenBrowser);
afterAll(() => vi.unstubAllGlobals());

function givenCheck(): Check {
  const task = { id: 'o-1', plan: '泵房每日点检', unit: '动力科', unitId: 'u-1', point: '消防泵房', lastReadings: [] };
  const checklist = { versionId: 'v-3', code: 'PUMP', name: '消防泵房', nameEn: null, number: 3, items: [] };
  return newCheck({ task: task as unknown as Task, checklist, begun: { by: 'unit' }, ownerId: 'a-1' });
}

test('what is answered while a photo is made ready stands beside the photo', async () => {
  const check = givenCheck();
  const failed = withGiven(check, { ...givenTo(check, 'PUMP-01'), verdict: 'fail' });
  keepCheck(failed);

  const noted = withGiven(failed, { ...givenTo(failed, 'PUMP-01'), note: '漏油' });
  keepCheck({ ...withGiven(noted, { ...givenTo(noted, 'PUMP-02'), verdict: 'pass' }), note: '夜班' });
  addPhoto(check.id, 'PUMP-01', photo);
  addPhoto(check.id, 'PUMP-01', photo);

  expect(itemNow(check.id)?.content).toMatchObject({
    given: [
      { item: 'PUMP-01', verdict: 'fail', note: '漏油', photos: [photo] },
      { item: 'PUMP-02', verdict: 'pass', photos: [] },
    ],
    note: '夜班',
  });

  await dropItem(check.id);
  addPhoto(check.id, 'PUMP-01', photo);
  expect(itemNow(check.id), 'a check that was thrown away does not come back').toBeUndefined();
});
