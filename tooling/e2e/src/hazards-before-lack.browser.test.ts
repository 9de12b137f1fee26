import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { phone, picture, signedIn } from './desk.ts';
import { actOn, type GivenHazard, type People, peopleOf, planFor, send, workshopPlate } from './given-hazards.ts';
import { leavePage, theBrowser } from './kept-pages.ts';
import { expectFitForThumbs, givenPhoto, givenSentPhoto, thumbOn } from './phone.ts';
import { newId, stepped } from './reporting.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

/** Told by the public door in words alone, graded and put into the hands of the head of the workshop. */
async function givenWords(people: People): Promise<GivenHazard> {
  const officer = await people.as('safetyOfficer');
  const told = { category: 'exits', text: '疏散门打不开', photos: [], foundAt: new Date().toISOString() };
  const id = newId();
  const receipt = await officer.request.post('/api/v1/door/hazards', { data: { id, pointCode: await workshopPlate(people), ...told } });
  expect(receipt.status()).toBe(201);
  const { number, unitId } = (await receipt.json()) as { number: string; unitId: string };
  const hazard = { id, number, unitId };
  const { person } = (await (await (await people.as('workshopHead')).request.get('/api/v1/me')).json()) as { person: { id: string } };
  const plan = { ...(await planFor(people, hazard)), responsibleId: person.id };
  await stepped(officer, `${id}/triage`, { level: 'unit', plan });
  return hazard;
}

/** Begun on the phone of the head of the workshop, up to the camera for the photo before. */
async function begun({ id }: GivenHazard): Promise<{ page: Page; thumb: ReturnType<typeof thumbOn> }> {
  const page = await signedIn(browser, 'workshopHead', phone);
  await page.goto(`/m/hazards/${id}`);
  await page.getByText('缺整改前照片：上报时没有拍').waitFor();
  await page.getByText('没有照片', { exact: true }).waitFor();
  await picture(page, 'phone-no-photo');
  const thumb = thumbOn(page);
  await thumb.tap('开始整改');
  await page.getByRole('heading', { name: '整改前照片' }).waitFor();
  return { page, thumb };
}

test('work on a report without a photo begins with the photo before, taken by whoever rectifies', async () => {
  const people = peopleOf(browser);
  const hazard = await givenWords(people);
  const { page, thumb } = await begun(hazard);
  await picture(page, 'phone-before-shutter');
  await expectFitForThumbs(page);

  await thumb.shoot(await givenPhoto(page, 12));
  await thumb.tap('用这张');
  await page.getByRole('heading', { name: '整改后照片' }).waitFor();
  await thumb.shoot(await givenPhoto(page, 210));
  await thumb.tap('用这张');
  await thumb.tap('已修复');
  await picture(page, 'phone-before-form');
  await expectFitForThumbs(page);
  await thumb.tap('提交验收');
  await page.getByRole('slider', { name: '左右拖动，对照前后' }).waitFor();

  expect(thumb.taps()).toBeLessThanOrEqual(8);
  expect(await page.getByText('缺整改前照片').count()).toBe(0);
  await leavePage(page);
  await people.leave();
});

test('where none can be taken the reason is two taps, and stands before whoever accepts', async () => {
  const people = peopleOf(browser);
  const hazard = await givenWords(people);
  const { page, thumb } = await begun(hazard);
  await thumb.tap('拍不到整改前');
  await picture(page, 'phone-before-reason');
  await expectFitForThumbs(page);
  await thumb.tap('情况紧急，已先处理');
  await thumb.tap('记下原因');
  await thumb.shoot(await givenPhoto(page, 250));
  await thumb.tap('用这张');
  await page.getByText('缺整改前照片：情况紧急，已先处理').waitFor();
  await thumb.tap('提交验收');
  await page.getByText('待验收').first().waitFor();
  await page.getByText('缺整改前照片：情况紧急，已先处理').waitFor();
  await picture(page, 'phone-only-after');
  await expectFitForThumbs(page);
  await leavePage(page);

  const head = await people.as('unitHead');
  await head.goto(`/hazards/${hazard.id}`);
  await head.getByRole('list', { name: '没有传到的照片' }).getByText('缺整改前照片：情况紧急，已先处理').waitFor();
  await picture(head, 'desk-before-lack');
  await head.goto(`/hazards/acceptance?hazard=${hazard.id}`);
  await head.getByRole('img', { name: '缺整改前照片：情况紧急，已先处理' }).first().waitFor();
  await picture(head, 'desk-queue-no-photo');
  await head.goto('/hazards?beforeLack=true');
  await head.getByRole('row').filter({ hasText: hazard.number }).getByText('缺整改前照片').waitFor();
  await picture(head, 'desk-ledger-lack');
  await stepped(head, `${hazard.id}/acceptance`, { opinion: '现场已看过' });
  expect(people.faults).toEqual([]);
  await people.leave();
});

test('at the desk the hand-in asks for the photo before or the reason, and says so at the field', async () => {
  const people = peopleOf(browser);
  const hazard = await givenWords(people);
  const head = await people.as('workshopHead');
  await stepped(head, `${hazard.id}/start`, {});
  const form = await actOn(head, hazard, '提交验收');
  const chosen = { name: 'after.jpg', mimeType: 'image/jpeg', buffer: await givenSentPhoto(head, 77) };
  await form.getByLabel('照片', { exact: true }).setInputFiles(chosen);
  await form.getByRole('button', { name: '提交验收', exact: true }).click();
  await form.getByText('缺少整改前照片').waitFor();
  await picture(head, 'desk-before-asked');

  await form.getByLabel('为什么没有整改前照片').fill('上报人没有拍，到场时已变化');
  await send(head, hazard, '提交验收');

  await head.getByText('缺整改前照片：上报人没有拍，到场时已变化').waitFor();
  expect(people.faults).toEqual([]);
  await people.leave();
});
