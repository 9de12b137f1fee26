import exceljs from 'exceljs';
import type { Page } from 'playwright-core';

import { asked } from './given-desk.ts';

const header = ['受检单位', '检查日期', '隐患描述', '等级', '整改期限', '是否销号', '整改完成时间'];

/** Sends a ledger with these rows from a new page of the wizard. */
export async function sendLedger(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('2025年台账');
  for (const row of [header, ...rows]) sheet.addRow([...row]);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const file = { name: '2025年台账.xlsx', mimeType, buffer: Buffer.from(await book.xlsx.writeBuffer()) };
  await page.goto('/imports/new');
  await page.getByRole('radio', { name: /隐患台账/ }).click();
  await page.getByText('把 Excel 文件拖到这里').waitFor();
  await page.locator('input[type=file]').setInputFiles(file);
}

/** Presses the button and says yes. */
export async function confirmed(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s*定/ })
    .click();
}

/** Brings the rows that are ready in, once they are as many. */
export async function bringIn(page: Page, rows: number): Promise<void> {
  await confirmed(page, `导入合格的 ${rows} 行`);
  await page.getByRole('heading', { name: '导入完成' }).waitFor();
}

/** A unit that is there, and a mark for texts that no other run writes. */
export async function givenUnit(page: Page): Promise<{ readonly unit: string; readonly mark: string }> {
  const { items } = await asked<{ items: { unit: string }[] }>(page, 'get', '/points?q=消火栓箱&limit=1');
  const mark = String(process.pid).replace(/\d/gu, (digit) => '甲乙丙丁戊己庚辛壬癸'.charAt(Number(digit)));
  return { unit: items[0]?.unit ?? '', mark };
}
