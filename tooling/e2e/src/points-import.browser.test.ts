import exceljs from 'exceljs';
import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { picture, signedIn } from './desk.ts';
import { asked } from './given-desk.ts';
import { theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

async function workbook(rows: readonly (readonly string[])[]): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('点位');
  for (const row of rows) sheet.addRow([...row]);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: '点位台账.xlsx', mimeType, buffer: Buffer.from(await book.xlsx.writeBuffer()) };
}

test('a table of points is opening when headquarters marks it; an unread column and an untaught keeper are shown before anything is written', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const { items: known } = await asked<{ items: { unitId: string; unit: string }[] }>(page, 'get', '/points?q=消火栓箱&limit=1');
  const unit = { id: known[0]?.unitId ?? '', name: known[0]?.unit ?? '' };
  const { on } = await asked<{ on: string }>(page, 'get', `/workforce/units/${unit.id}/candidates?limit=1`);
  // Without digits, which in the cell of a keeper are a staff number.
  const keeper = `新工${String(process.pid).replace(/\d/gu, (digit) => '零一二三四五六七八九'.charAt(Number(digit)))}`;
  await asked(page, 'post', '/workforce/persons', { name: keeper, unitId: unit.id, hiredOn: on });
  const rows = [
    ['名称', '单位', '编号', '责任人', '设立日期', '宽带账号'],
    [`东侧岗亭${process.pid}`, unit.name, `T-${process.pid}1`, keeper, '2026-01-08', '8611'],
    [`西侧岗亭${process.pid}`, unit.name, `T-${process.pid}2`, '', '2026-01-08', '8612'],
  ];

  await page.goto(`/imports/new?kind=points&unit=${unit.id}&on=2026-01-10`);
  await page.getByText('把 Excel 文件拖到这里').waitFor();
  await page.getByLabel('期初：上线前的旧账').check();
  await picture(page, 'points-import-opening');
  await page.locator('input[type=file]').setInputFiles(await workbook(rows));
  await page.getByText('1 列没有认出').waitFor();
  await page.getByText('没有认出：F 宽带账号').waitFor();
  await page.getByText('期初 2026-01-10').waitFor();
  await page.getByRole('tab', { name: '要回答' }).click();
  await page.getByText(`“${keeper}”还有`).waitFor();
  await page.getByText('“点位”D2').waitFor();
  await picture(page, 'points-import-asked');
  const faults = await axeFaults(page);

  await page.getByRole('radio', { name: '留空' }).click();
  await page.getByRole('button', { name: '重新判定' }).click();
  await page.getByRole('button', { name: '导入合格的 2 行' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s*定/ })
    .click();
  await page.getByRole('heading', { name: '导入完成' }).waitFor();
  await picture(page, 'points-import-done');
  const { items } = await asked<{ items: { id: string; name: string; keeper: string | null }[] }>(
    page,
    'get',
    `/points?unitId=${unit.id}&q=${encodeURIComponent(`岗亭${process.pid}`)}`,
  );
  expect(items.map(({ name, keeper: kept }) => [name, kept])).toEqual([
    [`东侧岗亭${process.pid}`, null],
    [`西侧岗亭${process.pid}`, null],
  ]);
  const detail = await asked<{ openedOn: string }>(page, 'get', `/points/${items[0]?.id}`);
  expect(detail.openedOn).toBe('2026-01-08');
  expect(faults).toEqual([]);
});
