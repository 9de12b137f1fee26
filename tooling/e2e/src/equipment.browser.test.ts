import { resolve } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { phone, picture, signedIn } from './desk.ts';
import { asked } from './given-desk.ts';

const offices = resolve(import.meta.dirname, '..', '..', '..', 'packages', 'documents', 'testdata', 'offices');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

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
  await page.getByText('检验超期，停用报检').waitFor();
  await picture(page, 'equipment-out-of-use');

  await page.goto('/equipment/fire?unchecked=true');
  await page.getByRole('row').nth(1).waitFor();
  await picture(page, 'equipment-fire');
  faults.push(...(await axeFaults(page)));
  expect(faults).toEqual([]);
});

test('whoever scans a plate looks the extinguisher over item by item', async () => {
  const page = await signedIn(browser, 'hqSafety', phone);
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  const { items } = await asked<{ items: { code: string }[] }>(page, 'get', '/points?limit=1');
  await page.goto(`/m/p/${items[0]?.code ?? ''}`);
  await page.getByRole('button', { name: /消防点检/ }).click();
  await page.locator('button.card').first().click();
  await page.getByText('请逐项检查，再选结果').waitFor();
  for (const group of await page.locator('fieldset.chips').all()) await group.getByRole('button').first().click();
  await picture(page, 'equipment-phone-spot');
  faults.push(...(await axeFaults(page)));
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText(/已点检 \d{4}-/).waitFor();
  await picture(page, 'equipment-phone');
  expect(faults).toEqual([]);
});
