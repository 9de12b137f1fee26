import { addDays } from '@changming/domain/kernel';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { picture, signedIn } from './desk.ts';
import { asked, givenRoot, givenUnit } from './given-desk.ts';
import { theBrowser } from './kept-pages.ts';
import { givenPhoto } from './phone.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

/** The open certificate gets its photo, and what was left out when it was entered. */
async function correctedWithPhoto(page: Page): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name: 'card.jpg', mimeType: 'image/jpeg', buffer: await givenPhoto(page, 77) });
  const shown = page.getByRole('img', { name: /^证书照片/ });
  await shown.waitFor();
  await expect.poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  await page.getByRole('button', { name: /^更\s*正$/ }).click();
  const form = page.getByRole('dialog').last();
  await form.getByLabel('发证机关').fill('省市场监督管理局');
  await form.getByLabel('更正原因').fill('登记时漏填');
  await form.getByRole('button', { name: /^更\s*正$/ }).click();
  await page.getByText('省市场监督管理局').first().waitFor();
  await picture(page, 'certificates-corrected');
}

test('whose certificate has expired is blocked with the reason, and is assigned with one press once it is renewed', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  const unit = await givenUnit(page, (await givenRoot(page)).id, 'factory');
  const name = `叉车${process.pid}`;
  const person = await asked<{ id: string }>(page, 'post', '/workforce/persons', { name, unitId: unit.id, hiredOn: '2020-03-02' });
  const { on } = await asked<{ on: string }>(page, 'get', `/workforce/units/${unit.id}/candidates?limit=1`);
  const ended = addDays(on, -1);
  const issuedOn = `${Number(ended.slice(0, 4)) - 4}${ended.slice(4)}`;
  const body = { personId: person.id, item: 'N1', issuedOn, validUntil: ended };
  const { id } = await asked<{ id: string }>(page, 'post', '/workforce/certificates', body);

  const candidates = `/workforce/candidates?unitId=${unit.id}&item=N1&q=${encodeURIComponent(name)}`;
  await page.goto(candidates);
  const row = page.getByRole('row').filter({ hasText: name });
  await row.getByText(`证书已于 ${ended} 到期`).waitFor();
  expect(await row.getByRole('button', { name: '安排上岗' }).count()).toBe(0);
  await picture(page, 'certificates-blocked');
  faults.push(...(await axeFaults(page)));

  await page.goto(`/workforce/certificates?certificate=${id}`);
  await page.getByRole('button', { name: /^换\s*证$/ }).click();
  const form = page.getByRole('dialog').last();
  await form.getByLabel('发证日期').fill(on);
  await form.getByLabel('发证日期').press('Enter');
  await form.getByRole('button', { name: /^换\s*证$/ }).click();
  await page.getByText(`${on} 发证`).waitFor();
  await page.getByText(`${issuedOn} 发证，有效至 ${ended}`).waitFor();
  await picture(page, 'certificates-renewed');
  await correctedWithPhoto(page);

  await page.goto(candidates);
  await row.getByRole('button', { name: '安排上岗' }).click();
  await row.getByText('已在岗').waitFor();
  await page.goto(`/workforce/certified?unitId=${unit.id}`);
  await page.getByRole('row').filter({ hasText: name }).getByText('可上岗').waitFor();

  for (const [path, heading, shot] of [
    ['/workforce/certificates?due=true', '证书', 'certificates-due'],
    ['/workforce/certified?blocked=true', '持证岗位', 'certified-blocked'],
    ['/workforce/staffing', '人员配备', 'staffing'],
    ['/workforce/overrides', '放行记录', 'overrides'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
    await page.locator('.ant-table-row, .state').first().waitFor();
    await picture(page, shot);
  }
  faults.push(...(await axeFaults(page)));
  expect(faults).toEqual([]);
});
