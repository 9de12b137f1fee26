import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { picture, signedIn } from './desk.ts';
import { leavePage, theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

test('headquarters sets a stricter deadline, is refused a laxer law, closes a day, and enters a clause', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));

  await page.goto('/standards');
  await page.getByRole('heading', { level: 1, name: '规则' }).waitFor();
  await page.getByText('重复隐患认定期').click();
  await page.getByRole('button', { name: '设定新值' }).click();
  const setting = page.getByRole('dialog', { name: /设定新值/ });
  await setting.getByLabel('值', { exact: true }).fill('120');
  await setting.getByLabel('出处').fill('集团隐患排查治理办法');
  await setting.getByLabel('条号').fill('第十二条');
  await setting.getByRole('button', { name: /保\s*存/ }).click();
  const record = page.getByRole('dialog', { name: '重复隐患认定期' });
  await record.getByText('120 天').first().waitFor();
  expect(await record.getByText('集团隐患排查治理办法 第十二条').count()).toBeGreaterThan(0);
  await picture(page, 'standards-rule');
  await page.keyboard.press('Escape');

  await page.goto('/standards?rule=workforce.fullTimeAbove');
  await page.getByRole('button', { name: '设定新值' }).click();
  const laxer = page.getByRole('dialog', { name: /设定新值/ });
  await laxer.getByLabel('值', { exact: true }).fill('500');
  await laxer.getByLabel('出处').fill('集团文件');
  await laxer.getByRole('button', { name: /保\s*存/ }).click();
  await laxer.getByText('下级规定只能比上级更严').waitFor();
  expect(await laxer.getByLabel('出处').inputValue()).toBe('集团文件');

  await page.goto('/standards/calendar?year=2027');
  await page.getByText('2027 年的放假安排尚未公布').waitFor();
  await page.getByRole('button', { name: /^2027-08-02/ }).click();
  const days = page.getByRole('dialog', { name: '调整 2027 年的日期' });
  await days.getByLabel('事由').fill('高温停产');
  await days.getByRole('button', { name: /保\s*存/ }).click();
  await page.getByRole('button', { name: '2027-08-02 休息，高温停产 · 集团调整' }).waitFor();
  await picture(page, 'standards-calendar');

  await page.goto('/standards/clauses');
  await page.getByRole('button', { name: '登记条款' }).click();
  const clause = page.getByRole('dialog', { name: '登记条款' });
  await clause.getByLabel('编号').fill('LZ-E2E-1');
  await clause.getByLabel('标题').fill('通道每班清查');
  await clause.getByLabel('类别').click();
  await page.locator('.ant-select-dropdown:visible').getByText('内部制度', { exact: true }).click();
  await clause.getByLabel('内容').fill('各车间每班清查一次疏散通道并记录。');
  await clause.getByLabel('出处').fill('集团消防安全管理办法');
  await clause.getByRole('button', { name: /保\s*存/ }).click();
  await clause.waitFor({ state: 'hidden' });
  await page.goto('/standards/clauses?q=LZ-E2E-1');
  await page.getByText('通道每班清查').click();
  await page.getByText('各车间每班清查一次疏散通道并记录。').waitFor();
  await picture(page, 'standards-clause');

  expect(faults).toEqual([]);
  await leavePage(page);
});

test('a unit head reads what binds his unit on a day, and changes nothing', async () => {
  const page = await signedIn(browser, 'unitHead');
  await page.goto('/standards/editions?on=2026-06-30');
  await page.getByText('GB/T 6441-1986').waitFor();
  await page.goto('/standards/editions?on=2026-07-01');
  await page.getByText('GB 6441-2025').waitFor();
  await page.goto('/standards?rule=hazards.workshopDays');
  await page.getByRole('dialog', { name: '车间级隐患整改期限' }).waitFor();

  expect(await page.getByRole('button', { name: '设定新值' }).count()).toBe(0);
  await page.goto('/standards/calendar');
  await page.getByRole('heading', { level: 1, name: '工作日历' }).waitFor();
  expect(await page.getByRole('button', { name: '调整日期' }).count()).toBe(0);
  await leavePage(page);
});
