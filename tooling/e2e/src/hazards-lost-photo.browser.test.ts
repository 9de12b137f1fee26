import { randomBytes } from 'node:crypto';

import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { picture } from './desk.ts';
import { type GivenHazard, handedIn, type People, peopleOf, planFor, workshopPlate } from './given-hazards.ts';
import { theBrowser } from './kept-pages.ts';
import { newId, stepped } from './reporting.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

/** Reported with a photo that the phone never sends, assigned and handed in. */
async function givenWithoutPhoto(people: People): Promise<GivenHazard> {
  const worker = await people.as('worker');
  const seen = { category: 'exits', text: '疏散门被布料挡住', photos: [randomBytes(32).toString('hex')] };
  const report = { id: newId(), pointCode: await workshopPlate(people), ...seen, foundAt: new Date().toISOString() };
  const answer = await worker.request.post('/api/v1/hazards', { data: report });
  const { number, unitId } = (await answer.json()) as { number: string; unitId: string };
  const hazard = { id: report.id, number, unitId };
  await stepped(await people.as('safetyOfficer'), `${hazard.id}/triage`, { level: 'unit', plan: await planFor(people, hazard) });
  await handedIn(people, hazard, 190);
  return hazard;
}

async function officerGivesItUp({ as }: People, { id, number }: GivenHazard): Promise<void> {
  const page = await as('safetyOfficer');
  await page.goto(`/hazards/${id}`);
  const missing = page.getByRole('list', { name: '没有传到的照片' });
  await missing.getByText('还没有传到').waitFor();
  await page.locator('.holder').getByText('等待照片传到').waitFor();
  await missing.getByRole('button', { name: '照片已无法补传' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('原因').fill('上报人的手机已经恢复出厂');
  await picture(page, 'desk-photo-lost');
  await form.getByRole('button', { name: '上报照片无法补传', exact: true }).click();
  await page.getByText(`${number} 已办理：上报照片无法补传`).first().waitFor();
  await missing.getByText('声明已无法补传：上报人的手机已经恢复出厂').waitFor();
  const accept = page.locator('.act-bar').getByRole('button', { name: '验收通过' });
  expect(await accept.getAttribute('aria-disabled')).toBe('true');
}

async function headAcceptsWithoutIt({ as }: People, { id }: GivenHazard): Promise<void> {
  const page = await as('unitHead');
  await page.goto(`/m/hazards/${id}`);
  await page.getByText('声明已无法补传：上报人的手机已经恢复出厂').waitFor();
  await picture(page, 'phone-photo-lost');
  await stepped(page, `${id}/acceptance`, { opinion: '现场已看过' });
}

test('a photo of the report that never came is given up by the officer, and the head of the subsidiary accepts without it', async () => {
  const people = peopleOf(browser);
  const hazard = await givenWithoutPhoto(people);
  await officerGivesItUp(people, hazard);
  await headAcceptsWithoutIt(people, hazard);

  expect(people.faults).toEqual([]);
  await people.leave();
});
