import { resolve } from 'node:path';

import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { picture, signedIn } from './desk.ts';
import { bringIn, givenUnit, sendLedger } from './given-ledger.ts';
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

test('rows that a later ledger tells in other words are the same when headquarters says so, of each by itself', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const { unit, mark } = await givenUnit(page);
  const early = (text: string) => [unit, '2025-12-05', `${mark}${text}两处`, '车间级', '2025-12-08', '否', ''];
  const late = (text: string) => [unit, '2025-12-05', `${mark}${text}二处`, '车间级', '2025-12-08', '是', '2025-12-07'];
  const texts = ['二楼东侧配电箱前堆放布料未及时清理', '消火栓箱门被货架遮挡无法完全打开'];
  await sendLedger(page, texts.map(early));
  await bringIn(page, 2);

  await sendLedger(page, texts.map(late));
  const same = page.getByRole('radio', { name: '是同一条，按这份台账更新办理情况' });
  await same.first().click();
  await page.getByRole('radio', { name: '是同一条，保留系统里的' }).first().waitFor();
  expect(await page.getByRole('button', { name: '同类问题都这样答' }).count()).toBe(0);
  expect(await same.nth(1).isChecked()).toBe(false);
  await same.nth(1).click();
  await picture(page, 'ledger-same');
  const faults = await axeFaults(page);
  await page.getByRole('button', { name: '重新判定' }).click();
  await bringIn(page, 2);

  expect(await page.locator('.imports__outcome').innerText()).toMatch(/新增\s*0|0\s*新增/u);
  expect(await page.locator('.imports__outcome').innerText()).toMatch(/更新\s*2|2\s*更新/u);
  expect(faults).toEqual([]);
});

test('what a later ledger tells otherwise stands beside the question, and so does that an answer would close what is open', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const { unit, mark } = await givenUnit(page);
  const [exact, near, nearly] = ['一层东门被货物堵塞', '三楼西侧消防通道堆放托盘两处', '三楼西侧消防通道堆放托盘二处'].map(
    (text) => `${mark}${text}`,
  );
  await sendLedger(page, [
    [unit, '2025-12-06', exact ?? '', '车间级', '2025-12-09', '否', ''],
    [unit, '2025-12-06', near ?? '', '车间级', '2025-12-09', '否', ''],
  ]);
  await bringIn(page, 2);

  const later = [
    [unit, '2025-12-06', exact ?? '', '车间级', '2025-12-19', '否', ''],
    [unit, '2025-12-06', nearly ?? '', '车间级', '2025-12-09', '是', '2025-12-08'],
  ];
  await sendLedger(page, later);
  await page.getByRole('tab', { name: '要回答' }).click();
  const [deadline, closing] = [page.locator('.imports__group').filter({ hasText: '有几处' }), page.locator('.imports__closing')];
  await deadline.getByRole('row', { name: /整改期限\s*2025-12-09\s*2025-12-19/u }).waitFor();
  expect(await closing.innerText()).toBe('系统里这条还未验收；按台账它已于 2025-12-08 验收。选“是同一条，按这份台账更新办理情况”会关闭它');
  await picture(page, 'ledger-beside');
  await deadline.getByRole('radio', { name: '保留系统里的' }).click();
  await page.getByRole('radio', { name: '是同一条，按这份台账更新办理情况' }).click();
  const faults = await axeFaults(page);
  await page.getByRole('button', { name: '重新判定' }).click();
  await bringIn(page, 1);

  await sendLedger(page, [...later.slice(1), [unit, '2025-12-06', `${mark}配电箱缺少警示标识`, '车间级', '2025-12-09', '否', '']]);
  await page.getByRole('button', { name: '导入合格的 1 行' }).waitFor();
  expect(await page.getByRole('tab', { name: '要回答' }).innerText(), 'nobody is asked a second time').toMatch(/0|^要回答$/u);
  expect(faults).toEqual([]);
});

test('a column below a second header is told what it means where the sheet is shown', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const { unit } = await givenUnit(page);
  await sendLedger(page, [
    [unit, '2025-12-09', `${process.pid}号配电箱无门`, '车间级', '2025-12-18', '否', ''],
    ['检查日期', '受检单位', '存在问题', '级别', '要点'],
    ['2025-12-10', unit, `${process.pid}号灭火器压力不足`, '车间级', '已约厂家'],
  ]);
  await page.getByText('第 3 行的表头下面有没认出来的列（E 要点）').waitFor();
  await page.getByRole('button', { name: '改列的含义' }).click();
  await page.getByRole('heading', { name: '第 3 行的表头', level: 4 }).waitFor();
  await page.getByRole('combobox', { name: 'E 要点' }).fill('备注');
  await page.locator('.ant-select-item-option').filter({ hasText: '备注' }).click();
  await picture(page, 'ledger-second-header');
  const faults = await axeFaults(page);
  await page.getByRole('button', { name: '重新判定' }).click();
  await page.getByRole('button', { name: '导入合格的 2 行' }).waitFor();

  expect(faults).toEqual([]);
});
