import exceljs from 'exceljs';
import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { picture, signedIn } from './desk.ts';
import { theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

async function workbook(rows: readonly (readonly string[])[]): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('组织机构');
  for (const row of rows) sheet.addRow([...row]);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: '新设服装厂.xlsx', mimeType, buffer: Buffer.from(await book.xlsx.writeBuffer()) };
}

test('what is likely of new units is proposed beside the rows that go in: one answer confirms it for all, an assessment is typed in', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const rows = [
    ['单位名称', '上级单位', '粉尘涉爆'],
    [`试点${process.pid}服装一厂`, '白榆家纺有限公司', '√'],
    [`试点${process.pid}服装二厂`, '白榆家纺有限公司', ''],
  ];

  await page.goto('/imports/new');
  await page.getByText('把 Excel 文件拖到这里').waitFor();
  await page.locator('input[type=file]').setInputFiles(await workbook(rows));
  await page.getByRole('tab', { name: '可导入' }).click();
  const [proposed, dust] = [/服装、制鞋等劳动密集型企业属于消防安全重点单位/, /粉尘涉爆须经专家评估认定/].map((words) =>
    page.getByRole('article').filter({ hasText: words }),
  );
  await proposed?.getByText('确认，给这些单位记上').click();
  await dust?.getByText('改成').click();
  await dust?.getByLabel('正确的写法').fill('省安科院 2026-01-05 第 7 号');
  await picture(page, 'units-import-proposed');
  const faults = await axeFaults(page);
  await page.getByRole('button', { name: '重新判定' }).click();
  await proposed?.waitFor({ state: 'detached' });
  await page.getByText(`试点${process.pid}服装一厂`).waitFor();

  expect(await dust?.count()).toBe(0);
  expect(await page.getByRole('tab', { name: '可导入' }).locator('.imports__figure').innerText()).toBe('2');
  expect(faults).toEqual([]);
});

test('a new unit in a safety officer’s file is left out with what to do; headquarters confirms it in the same batch', async () => {
  const officer = await signedIn(browser, 'safetyOfficer');
  const name = `试点${process.pid}整烫车间`;
  const rows = [
    ['单位名称', '上级单位'],
    [name, '临溪第一工厂'],
  ];
  const barred = /导入人的范围里没有“.*整烫车间”。新设单位的权限在集团劳安部/;

  await officer.goto('/imports/new');
  await officer.getByText('把 Excel 文件拖到这里').waitFor();
  await officer.locator('input[type=file]').setInputFiles(await workbook(rows));
  const told = officer.getByRole('article').filter({ hasText: barred });
  await told.getByText('这一行不导入', { exact: true }).waitFor();
  await picture(officer, 'units-import-barred');
  expect(await told.getByText('确认，由我导入').count()).toBe(0);

  const page = await signedIn(browser, 'hqSafety');
  await page.goto(new URL(officer.url()).pathname);
  const question = page.getByRole('article').filter({ hasText: barred });
  await question.getByText('确认，由我导入').click();
  await page.getByRole('button', { name: '重新判定' }).click();
  await question.waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: '可导入' }).click();
  await page.getByText(name).waitFor();

  expect(await axeFaults(page)).toEqual([]);
});

test('rows that an officer may not bring in are a to-do of headquarters and a notice until they are decided, also when the others are in', async () => {
  const officer = await signedIn(browser, 'safetyOfficer');
  const name = `试点${process.pid}质检车间`;
  await officer.goto('/imports/new');
  await officer.getByText('把 Excel 文件拖到这里').waitFor();
  const rows = [
    ['单位名称', '上级单位', '从业人数'],
    [name, '临溪第一工厂', ''],
    ['临溪第一工厂', '', `${100 + (process.pid % 800)}`],
  ];
  await officer.locator('input[type=file]').setInputFiles({ ...(await workbook(rows)), name: `试点${process.pid}.xlsx` });
  await officer.getByText('有 1 行超出导入人的权限').waitFor();
  await officer.getByText('按文件更新', { exact: true }).click();
  await officer.getByRole('button', { name: '重新判定' }).click();
  await officer.getByRole('button', { name: '导入合格的 1 行' }).click();
  await officer.getByRole('button', { name: '确定' }).click();
  await officer.getByText('导入完成').waitFor();
  await picture(officer, 'units-import-awaits-officer');
  const address = new URL(officer.url()).pathname;

  const page = await signedIn(browser, 'hqSafety');
  await page.goto('/');
  const todo = page.getByRole('link').filter({ hasText: '等我确认的导入' });
  const counted = Number(/\d+/.exec(await todo.locator('.home__count').innerText())?.[0]);
  await picture(page, 'units-import-awaits-home');
  await todo.click();
  await page.getByText('1 行等您确认').first().waitFor();
  await picture(page, 'units-import-awaits-list');
  expect(await page.getByText(/行等您确认/).count()).toBe(counted);
  expect(await axeFaults(page)).toEqual([]);

  const told = async () => (await page.context().request.get('/api/v1/me/notices?unread=true')).text();
  await expect.poll(told, { timeout: 20_000 }).toContain(address);
  await page.getByRole('button', { name: /消息/ }).click();
  await picture(page, 'units-import-awaits-notice');
  await page.getByText(`“试点${process.pid}.xlsx”有 1 行超出导入人的权限`).click();
  await page.getByText('确认，由我导入').click();
  await picture(page, 'units-import-awaits-confirming');
  expect(new URL(page.url()).pathname).toBe(address);
  await page.getByRole('button', { name: '重新判定' }).click();
  await page.getByRole('button', { name: '导入合格的 1 行' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText('导入完成').waitFor();
  await page.getByText(name).waitFor();
  await expect.poll(told, { timeout: 20_000 }).not.toContain(address);
  await page.goto('/imports?awaiting=true');
  await picture(page, 'units-import-awaits-none');
  await page.getByRole('checkbox', { name: '等我确认的导入' }).waitFor();
  await page
    .getByText(/没有等您确认的导入|行等您确认/)
    .first()
    .waitFor();
  expect(await page.getByText(`试点${process.pid}.xlsx`).count()).toBe(0);
});

test('days of hiring that were left out are completed cell by cell, however many they are', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const people = Array.from({ length: 60 }, (_, at) => [
    `试点员工${'甲乙丙丁戊己庚辛壬癸'[at % 10]}`,
    `T${process.pid}${at}`,
    '临溪第一工厂',
    '1939-12-31',
  ]);

  await page.goto('/imports/new?kind=workforce');
  await page.getByText('把 Excel 文件拖到这里').waitFor();
  await page.locator('input[type=file]').setInputFiles(await workbook([['姓名', '工号', '单位', '入职日期'], ...people]));
  await page.getByRole('tab', { name: '可导入' }).click();
  const left = page.getByRole('article').filter({ hasText: /入职日期不可信/ });
  await left.getByText('逐格改正').click();
  await left.getByRole('button', { name: '再列出一些（还有 10 格）' }).click();
  await left.getByLabel('“组织机构”D61').fill('1996-03-01');
  await picture(page, 'workforce-import-hired-on');
  const faults = await axeFaults(page);
  await page.getByRole('button', { name: '重新判定' }).click();

  await left.getByText('等 59 处').waitFor();
  expect(faults).toEqual([]);
});
