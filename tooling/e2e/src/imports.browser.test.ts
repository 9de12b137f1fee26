import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import exceljs from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { picture, signedIn } from './desk.ts';
import { theBrowser } from './kept-pages.ts';

/** One row that is ready, one whose parent nobody knows, one with a number that cannot be read. */
const workbook = resolve(import.meta.dirname, '..', 'fixtures', 'new-units.xlsx');

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

async function upload(page: Page): Promise<void> {
  await page.goto('/imports/new');
  await page.getByText('把 Excel 文件拖到这里').waitFor();
  await page.locator('input[type=file]').setInputFiles(workbook);
  await page.getByRole('tab').first().waitFor();
}

const countIn = (page: Page, tab: string) => page.getByRole('tab', { name: tab }).locator('.imports__figure').innerText();

test('headquarters brings a workbook in: looks, answers, downloads the marked copy, imports, and finds the units', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  await upload(page);
  const numbers = await Promise.all(['可导入', '要回答', '有误', '跳过'].map((tab) => countIn(page, tab)));
  await picture(page, 'import-asked');
  const [marked] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载标红的工作簿' }).click()]);

  await page.getByText('白榆家纺有限公司', { exact: true }).click();
  await page.getByRole('tab', { name: '有误' }).click();
  await page.getByText('改成').click();
  await page.getByLabel('正确的写法').fill('65');
  await page.reload();
  await page.getByText('有 2 处回答还没有提交').waitFor();
  await picture(page, 'import-answered');
  faults.push(...(await axeFaults(page)));
  await page.getByRole('button', { name: '重新判定' }).click();
  await page.getByRole('button', { name: '导入合格的 3 行' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s*定/ })
    .click();
  await page.getByText('导入完成').waitFor();
  await page.getByRole('link', { name: '试点家纺二厂' }).waitFor();
  await picture(page, 'import-done');
  faults.push(...(await axeFaults(page)));

  await page.getByRole('link', { name: '看组织机构' }).click();
  await page.getByPlaceholder('名称、代码或拼音首字母').first().fill('试点家纺二厂');
  await page.getByRole('button', { name: /试点家纺二厂.*白榆家纺有限公司/s }).waitFor();
  expect(numbers).toEqual(['1', '1', '1', '3']);
  expect(marked.suggestedFilename()).toBe('问题-new-units.xlsx');
  expect((await readFile(await marked.path())).subarray(0, 2).toString()).toBe('PK');
  expect(faults).toEqual([]);

  await upload(page);
  await page.getByText(/已经导入过/).waitFor();
  expect(await countIn(page, '可导入')).toBe('0');
  await picture(page, 'import-again');
});

test('a roster in which only a day of hiring stays empty offers the copy that marks it', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('花名册');
  sheet.addRow(['姓名', '工号', '单位', '入职日期']);
  sheet.addRow(['试入职', `E2E-${process.pid}`, '白榆家纺有限公司', '1939-12-31']);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.goto('/imports/new?kind=workforce');
  await page.getByText('把 Excel 文件拖到这里').waitFor();
  const file = { name: '花名册.xlsx', mimeType, buffer: Buffer.from(await book.xlsx.writeBuffer()) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('tab').first().waitFor();
  const open = await Promise.all(['可导入', '要回答', '有误'].map((tab) => countIn(page, tab)));
  const [marked] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载标红的工作簿' }).click()]);
  await picture(page, 'import-left-out');

  expect(open).toEqual(['1', '0', '0']);
  const copy = new exceljs.Workbook();
  await copy.xlsx.readFile(await marked.path());
  expect(JSON.stringify(copy.getWorksheet('花名册')?.getCell('D2').note)).toContain('入职');
});

test('a file that is no workbook is refused in words, before and after it was sent', async () => {
  const page = await signedIn(browser, 'hqSafety');
  await page.goto('/imports/new');
  await page.getByText('把 Excel 文件拖到这里').waitFor();
  const input = page.locator('input[type=file]');
  await input.setInputFiles({ name: '台账.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('old') });
  await page.getByText(/这是旧版 Excel 文件/).waitFor();
  await input.setInputFiles({ name: '照片.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('not a workbook') });
  await page.getByText(/这不是 Excel 工作簿/).waitFor();
  await picture(page, 'import-refused');

  await page.goto('/imports');
  await page.getByRole('row', { name: /照片\.xlsx.*没有完成/ }).waitFor();
  await picture(page, 'import-list');
  expect(await axeFaults(page)).toEqual([]);
});
