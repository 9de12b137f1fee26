import type { CheckResult } from '@changming/contract/inspections/results';
import { plainItem } from '@changming/domain/inspections';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { itemNow } from '../../../phone/outbox/outbox.ts';
import { givenBrowser } from '../../../phone/testing/given-browser.ts';
import { newCorrection, withAnswer } from './correction.ts';
import { addCorrectionPhoto, type CorrectionRecord, handInCorrection, isOpen, keepCorrection } from './correction-store.ts';

const photo = { id: 'ph-1', sha256: 'a'.repeat(64), bytes: 1, takenAt: '2026-03-05T08:00:00Z' };

beforeAll(givenBrowser);
afterAll(() => vi.unstubAllGlobals());

function givenCorrection() {
  const items = [{ ...plainItem, code: 'PUMP-01', text: '控制柜自动', factor: 'material', category: 'fireEquipment' }];
  const answers = [{ item: 'PUMP-01', order: 1, verdict: 'pass', reading: null, note: null, photos: [], failure: null }];
  const result = { id: 'r', occurrence: { point: '泵房', plan: '日查', unitId: 'u' }, checklist: { items }, answers, note: null };
  return newCorrection(result as unknown as CheckResult, 'a-1');
}

const kept = (id: string) => itemNow(id) as CorrectionRecord | undefined;

test('what is changed lies on the phone at once, the photo that is ready later beside it, and is open until it is handed in', async () => {
  const correction = givenCorrection();
  keepCorrection(correction);
  const [given] = correction.given;
  keepCorrection({ ...withAnswer(correction, { ...given, item: 'PUMP-01', verdict: 'fail' } as never), reason: '看错了' });
  addCorrectionPhoto(correction.id, 'PUMP-01', photo);
  addCorrectionPhoto(correction.id, 'PUMP-01', photo);

  const draft = kept(correction.id);
  expect(draft?.content).toMatchObject({ reason: '看错了', changed: true, given: [{ item: 'PUMP-01', verdict: 'fail', photos: [photo] }] });
  expect(draft && isOpen(draft)).toBe(true);

  await handInCorrection(draft?.content ?? correction);
  keepCorrection({ ...correction, reason: '又想改' });
  const sent = kept(correction.id);
  expect([sent && isOpen(sent), sent?.content.reason]).toEqual([false, '看错了']);
  expect(sent?.content.doneAt).toBeGreaterThan(0);
});
