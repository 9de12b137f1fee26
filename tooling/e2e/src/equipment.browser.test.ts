import { resolve } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { phone, picture, signedIn } from './desk.ts';
import { asked } from './given-desk.ts';
import { leavePage, theBrowser } from './kept-pages.ts';
import { expectFitForThumbs, givenPhoto } from './phone.ts';

const offices = resolve(import.meta.dirname, '..', '..', '..', 'packages', 'documents', 'testdata', 'offices');

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

/** From the wizard's first page to the list of what came in. */
async function bringIn(page: Page, kind: string, file: string): Promise<void> {
  await page.goto('/imports/new');
  await page.getByRole('radio', { name: new RegExp(kind, 'u') }).click();
  await page.getByText('把 Excel 文件拖到这里').waitFor();
  await page.locator('input[type=file]').setInputFiles(resolve(offices, file));
  await page.getByRole('tab', { name: '要回答' }).waitFor();
  await picture(page, `equipment-asked-${kind}`);
  await page.getByRole('button', { name: /导入合格的 \d+ 行/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s*定/ })
    .click();
  await page.getByRole('heading', { name: '导入完成' }).waitFor();
}

test('the safety office brings both ledgers in, looks at what is due, and puts an overdue machine out of use', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  await bringIn(page, '特种设备台账', '特种设备台账.xlsx');
  await picture(page, 'equipment-brought');
  await bringIn(page, '消防器材台账', '消防器材台账.xlsx');
  await page.locator('.imports__outcome a.imports__file').first().click();
  await page.getByRole('heading', { name: '台账来源' }).waitFor();
  await picture(page, 'equipment-fire-record');

  await page.goto('/equipment/due?overdue=true&kind=inspection');
  const late = page.getByRole('row').filter({ hasText: '已超' });
  await late.first().waitFor();
  await picture(page, 'equipment-due');
  faults.push(...(await axeFaults(page)));
  await late.first().getByRole('button').first().click();
  await page.getByText('该设备不得使用').waitFor();
  await picture(page, 'equipment-stop-use');
  faults.push(...(await axeFaults(page)));

  await page.getByRole('button', { name: '停用／启用／报废' }).click();
  await page.getByLabel('原因').fill('检验超期，停用报检');
  await page.getByRole('button', { name: /确\s*认|确\s*定/ }).click();
  await page.getByText('状态已改为“停用”').waitFor();
  await page.getByText('该设备不得使用').waitFor({ state: 'detached' });
  await page.getByText('检验超期，停用报检').first().waitFor();
  await picture(page, 'equipment-out-of-use');

  await page.goto('/equipment/fire?unchecked=true');
  await page.getByRole('row').nth(1).waitFor();
  await picture(page, 'equipment-fire');
  faults.push(...(await axeFaults(page)));
  faults.push(...(await explainedOnce(page)));
  expect(faults).toEqual([]);
});

/** Why the first unit of the list missed its look-overs, said once for all of them. Answers what is amiss on the page. */
async function explainedOnce(page: Page): Promise<string[]> {
  await page.goto('/equipment/missed-spots?unexplained=true');
  await page.getByRole('button', { name: '说明原因' }).first().click();
  const asking = page.getByRole('dialog');
  await asking.getByText('其他', { exact: true }).click();
  await asking.getByLabel('说明', { exact: true }).fill('库房换锁，钥匙没有交接');
  await picture(page, 'equipment-misses');
  await asking.getByRole('button', { name: /保\s*存/ }).click();
  await page.getByText(/已说明原因 \d+ 具/).waitFor();
  return axeFaults(page);
}

test('whoever walks to a point looks the extinguisher over without a network, item by item; its defect is a hazard once, and both show each other', async () => {
  const page = await signedIn(browser, 'hqSafety', phone);
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  const photo = await givenPhoto(page, 12);
  await page.goto('/m/spots');
  await page.locator('button.card').first().click();
  await page.locator('button.card').first().waitFor();
  const [, code] = /\/m\/fire\/(.+)$/u.exec(page.url()) ?? [];
  const { items } = await asked<{ items: { id: string }[] }>(page, 'get', `/plates/${code ?? ''}/fire`);
  await picture(page, 'equipment-phone-point');
  faults.push(...(await axeFaults(page)));
  await page.locator('button.card').first().click();
  await page.getByText('请逐项检查').waitFor();
  await page.context().setOffline(true);
  const groups = await page.locator('fieldset.chips').all();
  for (const [at, group] of groups.slice(0, 6).entries())
    await group
      .getByRole('button')
      .nth(at === 3 ? 1 : 0)
      .click();
  await page.getByRole('switch', { name: /同时报隐患/ }).click();
  await page.getByText('报隐患请拍一张照片').waitFor();
  await page.locator('input[type=file]').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('img', { name: '照片' }).waitFor();
  await picture(page, 'equipment-phone-spot');
  faults.push(...(await axeFaults(page)));
  await expectFitForThumbs(page);
  await page.getByRole('button', { name: '提交' }).click();
  await page.locator('button.card').filter({ hasText: '待发送' }).waitFor();
  await picture(page, 'equipment-phone-waiting');

  await page.context().setOffline(false);
  await page.locator('button.card').filter({ hasText: '待发送' }).waitFor({ state: 'detached' });
  await page.locator('button.card').filter({ hasText: '已点检' }).first().waitFor();
  await page.goto('/m/open');
  await page.getByRole('tab', { name: /全部 \d+/ }).waitFor();
  await picture(page, 'phone-open');
  faults.push(...(await axeFaults(page)));
  await expectFitForThumbs(page);
  await leavePage(page);

  const desk = await signedIn(browser, 'hqSafety');
  await desk.goto(`/hazards/${(await defectsOf(desk, items[0]?.id ?? '')).hazardId}`);
  await desk.getByRole('heading', { name: '发现该隐患的消防点检' }).waitFor();
  await picture(desk, 'equipment-hazard');
  await desk.locator('.panel').filter({ hasText: '发现该隐患的消防点检' }).getByRole('link').click();
  await desk.getByRole('link', { name: /^隐患 H/u }).waitFor();
  await picture(desk, 'equipment-defect');
  faults.push(...(await axeFaults(desk)));
  expect(faults).toEqual([]);
});

test('a record whose sender could not be fetched before the line broke is sent once the line is back, though a browser asks no second time', async () => {
  const known = await signedIn(browser, 'unitHead', phone);
  const context = await browser.newContext({
    viewport: phone,
    baseURL: inject('productUrl'),
    storageState: await known.context().storageState(),
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  let tries = 0;
  await page.route(/\/assets\/spot-kind-/u, (route) => {
    tries += 1;
    return route.abort();
  });
  await page.goto('/m/spots');
  await page.locator('button.card').first().click();
  await page.locator('button.card').filter({ hasNotText: '已点检' }).first().click();
  await page.getByText('请逐项检查').waitFor();
  await expect.poll(() => tries).toBe(1);
  await context.setOffline(true);
  await page.unroute(/\/assets\/spot-kind-/u);
  for (const group of await page.locator('fieldset.chips').all()) await group.getByRole('button').first().click();
  await page.getByRole('button', { name: '提交' }).click();
  await page.locator('button.card').filter({ hasText: '待发送' }).waitFor();
  await page.getByText('没有网络').first().waitFor();

  await context.setOffline(false);
  await page.locator('button.card').filter({ hasText: '待发送' }).waitFor({ state: 'detached' });
  await page.locator('button.card').filter({ hasText: '已点检' }).first().waitFor();
  await context.close();
});

async function defectsOf(page: Page, equipmentId: string): Promise<{ readonly hazardId: string }> {
  const { items } = await asked<{ items: { hazardId: string }[] }>(page, 'get', `/equipment/fire/${equipmentId}/hazards`);
  return items[0] ?? { hazardId: '' };
}
