import { resolve } from 'node:path';

import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { picture, signedIn } from './desk.ts';
import { theBrowser } from './kept-pages.ts';

const ledger = resolve(import.meta.dirname, '..', '..', '..', 'packages', 'documents', 'testdata', 'offices', '隐患台账-第三季度.xlsx');

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

test('headquarters brings a ledger in: answers a question, imports what is certain, and opens a hazard with its row', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  await page.goto('/imports/new');
  await page.getByRole('radio', { name: /隐患台账/ }).click();
  await page.getByText('把 Excel 文件拖到这里').waitFor();
  await page.locator('input[type=file]').setInputFiles(ledger);
  await page.getByRole('tab', { name: '要回答' }).click();
  const answer = page.locator('.imports__options').getByRole('radio').first();
  await answer.waitFor();
  await picture(page, 'ledger-asked');

  await answer.click();
  await page.getByRole('button', { name: '重新判定' }).click();
  const bring = page.getByRole('button', { name: /导入合格的 \d+ 行/ });
  await bring.waitFor();
  await page.getByText('没有提交').waitFor({ state: 'detached' });
  faults.push(...(await axeFaults(page)));
  await bring.click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s*定/ })
    .click();
  await page.getByRole('heading', { name: '导入完成' }).waitFor();
  await picture(page, 'ledger-done');

  await page.locator('.imports__outcome a.imports__file').first().click();
  await page.getByRole('heading', { name: '期初台账' }).waitFor();
  await page.getByText('台账里没有的证据').waitFor();
  await picture(page, 'ledger-hazard');
  await page.getByText('文件校验值').scrollIntoViewIfNeeded();
  await picture(page, 'ledger-hazard-row');
  faults.push(...(await axeFaults(page)));

  expect(await page.getByText('隐患台账-第三季度.xlsx').first().innerText()).toMatch(/第 \d+ 行/);
  expect(faults).toEqual([]);
});
