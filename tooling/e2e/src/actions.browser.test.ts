import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { phone, picture, signedIn } from './desk.ts';
import { asked } from './given-desk.ts';
import { theBrowser } from './kept-pages.ts';
import { expectFitForThumbs, givenSentPhoto } from './phone.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

test('a worker hands in an action with a photo on the phone, and headquarters verifies it there', async () => {
  const [worker, office] = await Promise.all([signedIn(browser, 'worker', phone), signedIn(browser, 'hqSafety', phone)]);
  const { person } = await asked<{ person: { id: string; unitId: string } }>(worker, 'get', '/me');
  const title = `给裁床加装防护罩 ${process.pid}`;
  const dueOn = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  const order = { unitId: person.unitId, kind: 'engineering', title, ownerId: person.id, dueOn };
  const { id } = await asked<{ id: string }>(office, 'post', '/actions', order);

  await worker.goto('/m');
  await worker.getByRole('button', { name: '我的整改措施' }).click();
  await worker.getByRole('button', { name: title }).waitFor();
  await picture(worker, 'phone-actions');
  await expectFitForThumbs(worker);
  await worker.getByRole('button', { name: title }).click();
  await worker.getByLabel('做了什么').fill('防护罩已装好，联锁试过');
  await worker.getByText('要有完成后的照片').waitFor();
  const file = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await givenSentPhoto(worker, 120) };
  await worker.locator('input[type=file]').setInputFiles(file);
  await worker.getByRole('button', { name: '去掉这张照片' }).waitFor();
  await picture(worker, 'phone-action-submit');
  await expectFitForThumbs(worker);
  await worker.getByRole('button', { name: '提交完成情况' }).click();
  await worker.getByText('待验证', { exact: true }).waitFor();

  await office.goto(`/m/actions?action=${id}`);
  await office.getByText('防护罩已装好，联锁试过').waitFor();
  expect(new URL(office.url()).pathname).toBe(`/m/actions/${id}`);
  await office.getByRole('img', { name: '完成后的照片' }).waitFor();
  await picture(office, 'phone-action-verify');
  await office.getByRole('button', { name: '验证通过' }).click();
  await office.getByRole('dialog').getByRole('button', { name: '验证通过' }).click();
  await office.getByText('已完成', { exact: true }).waitFor();
});
