import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, inject, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { picture, signedIn } from './desk.ts';
import { leavePage, theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

/** The file that a button of the page hands over, with its name. */
async function downloaded(page: Page, button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** What the last line of the reconciliation says: problems, the four accounts, the difference. */
async function totalsOn(page: Page): Promise<number[]> {
  const cells = await page.locator('.reconciliation tfoot td').allInnerTexts();
  return cells.slice(0, 6).map((text) => Number(text.replaceAll(',', '')));
}

async function wordsOfSheet(bytes: Buffer): Promise<readonly string[]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as unknown as exceljs.Buffer);
  const words: string[] = [];
  workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => words.push(cell.text)));
  return words;
}

async function rowsOfSheet(bytes: Buffer): Promise<number> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as unknown as exceljs.Buffer);
  return workbook.worksheets[0]?.actualRowCount ?? 0;
}

function reckoned([problems, closed, openNotDue, overdue, gone, difference]: readonly number[]): string {
  return `问题 ${problems} 条 = 已销号 ${closed} 条 + 未到期 ${openNotDue} 条 + 逾期 ${overdue} 条 + 误报作废 ${gone} 条，差额 ${difference}`;
}

test('headquarters reconciles the third quarter with difference 0 and takes the very totals home in Excel and Word', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  await page.goto('/hazards/lists');
  await page.getByRole('combobox', { name: '选期间' }).click();
  await page.getByTitle('2026年第三季度').click();
  await page.waitForURL(/foundFrom=2026-07-01/u);
  await expect.poll(() => totalsOn(page), { timeout: 20_000 }).toHaveLength(6);
  await page.locator('.data-table tbody tr').nth(1).waitFor();
  const totals = await totalsOn(page);
  await picture(page, 'desk-three-lists');
  expect(await axeFaults(page)).toEqual([]);

  expect(totals[5]).toBe(0);
  expect(totals[0]).toBeGreaterThan(0);
  const excel = await downloaded(page, '导出 Excel');
  expect(excel.name).toMatch(/问题清单（2026年第三季度）\.xlsx$/u);
  expect((await wordsOfSheet(excel.bytes)).join('\n')).toContain(reckoned(totals));

  await page.getByText('实效清单', { exact: true }).click();
  await page.waitForURL(/list=results/u);
  await page.getByRole('checkbox', { name: '带照片' }).check();
  const word = await downloaded(page, '导出 Word');
  const parts = unzipSync(word.bytes);
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain(reckoned(totals));
  expect(Object.keys(parts).some((name) => name.startsWith('word/media/'))).toBe(true);

  await page.locator('.reconciliation tfoot td').nth(1).getByRole('link').click();
  await page.getByText('只看：已销号').waitFor();
  await expect.poll(() => page.locator('.data-table tbody tr.ant-table-row').count()).toBe(Math.min(totals[1] ?? 0, 50));
  await picture(page, 'desk-three-lists-closed');
  expect(faults).toEqual([]);

  await page.goto('/hazards?foundFrom=2026-07-01&foundTo=2026-09-30');
  const ledger = (await downloaded(page, '导出台账')).bytes;
  expect((await wordsOfSheet(ledger)).slice(0, 3)).toEqual(['序号', '受检单位', '部位']);
  expect(await rowsOfSheet(ledger), 'its header, and a row for each').toBe(1 + (totals[0] ?? 0));
  await page.goto('/points/plates');
  const plates = await downloaded(page, '下载 PDF');
  expect(plates.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const ordered = await page
    .context()
    .request.post('/api/v1/hazards/ledger/orders?withBelow=true', { headers: { origin: inject('productUrl') } });
  expect(ordered.status()).toBe(202);
  await page.goto('/hazards/documents');
  const save = page.getByRole('link', { name: '下载' });
  await save.waitFor();
  await picture(page, 'hazards-documents');
  const [taken] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(taken.suggestedFilename()).toMatch(/隐患台账\.xlsx$/);
  await leavePage(page);
});
