import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { phone, picture, signedIn } from './desk.ts';
import { givenReported, peopleOf } from './given-hazards.ts';
import { leavePage, theBrowser } from './kept-pages.ts';
import { expectFitForThumbs, thumbOn } from './phone.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

test('the officer finds what waits for a verdict on the home of the phone, and the list says when it does not come', async () => {
  const people = peopleOf(browser);
  await givenReported(people, { category: 'exits', text: '消防通道停着叉车', hue: 77 });
  const page = await signedIn(browser, 'safetyOfficer', phone);
  await page.goto('/m');
  const card = page.getByRole('button').filter({ hasText: '条上报等您核实定级' });
  await card.waitFor();
  await picture(page, 'phone-home-triage');
  await expectFitForThumbs(page);

  await page.route('**/api/v1/hazard-queues/triage*', (each) => each.abort());
  await card.click();
  await page.getByRole('button', { name: '重试' }).waitFor();
  await page.unroute('**/api/v1/hazard-queues/triage*');
  await page.getByRole('button', { name: '重试' }).click();
  await page.locator('.task').first().waitFor();
  expect(await page.getByRole('tab', { selected: true }).innerText()).toMatch(/^待核实 \d+$/);
  await picture(page, 'phone-to-triage');
  await expectFitForThumbs(page);
  await page.locator('.task').filter({ hasText: '消防通道停着叉车' }).first().click();
  await page.getByText(/等待.*核实定级/).waitFor();
  await leavePage(page);

  const worker = await signedIn(browser, 'worker', phone);
  await worker.goto('/m/tasks');
  await worker.getByRole('tab', { name: '我上报的' }).waitFor();
  expect(await worker.getByRole('tab', { name: /待核实/ }).count()).toBe(0);
  await leavePage(worker);
  await people.leave();
});

test('the officer grades and assigns on the phone as the rules propose, in two taps', async () => {
  const people = peopleOf(browser);
  const { id } = await givenReported(people, { category: 'exits', text: '通道里有布卷', hue: 48 });
  const page = await signedIn(browser, 'safetyOfficer', phone);
  const thumb = thumbOn(page);
  await page.route('**/api/v1/evidence/**', (each) => each.abort());
  await page.goto(`/m/hazards/${id}`);
  await page.getByText(/等待.*核实定级/).waitFor();
  await page.locator('.picture .evidence--away').waitFor();
  expect(await page.locator('.picture svg').count(), 'a photo that does not come is no photo that is lacking').toBe(0);
  await page.unroute('**/api/v1/evidence/**');
  await thumb.tap('按建议定级下达');
  await page.getByRole('dialog').getByText('等级', { exact: true }).waitFor();
  await picture(page, 'phone-triage');
  await expectFitForThumbs(page);

  await thumb.tap('确认下达');
  await page.getByText('已下达整改').waitFor();

  expect(thumb.taps()).toBe(2);
  const told = (await (await page.request.get(`/api/v1/hazards/${id}`)).json()) as { stage: string; plan: { responsible: object | null } };
  expect(told).toMatchObject({ stage: 'assigned', plan: { responsible: expect.anything() } });
  await leavePage(page);

  const worker = await signedIn(browser, 'worker', phone);
  await worker.goto(`/m/hazards/${id}`);
  await worker.getByText('已下达').first().waitFor();
  expect(await worker.getByRole('button', { name: '按建议定级下达' }).count()).toBe(0);
  await leavePage(worker);
  await people.leave();
});
