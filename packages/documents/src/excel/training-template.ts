import { en, type Language, zhCN } from '@changming/phrases';
import exceljs, { type Worksheet } from 'exceljs';

/** So many lines for people in each of the two columns. */
const lines = 20;
const wide = [6, 12, 20, 12, 10];
const last = wide.length * 2;

/**
 * 培训签到表, to print and sign or to fill in: a title that tells the session, and two columns of people. The labels stand in Chinese in either
 * language: those are the words that the import reads.
 */
export async function trainingTemplate(_units: readonly string[], language: Language): Promise<Buffer> {
  const { templates } = (language === 'en' ? en : zhCN).imports;
  const { signInSheet: words } = zhCN.training;
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(templates.training);
  const labels = Object.values(words.columns);
  sheet.columns = [...wide, ...wide].map((width) => ({ width }));
  sheet.addRow([words.title]);
  sheet.addRow([`${words.topic}：　　${words.category}：`]);
  sheet.addRow([`${words.time}：　　${words.hours}：　　${words.place}：　　${words.trainer}：`]);
  sheet.addRow([...labels, ...labels]);
  for (let line = 1; line <= lines; line += 1) sheet.addRow([line, '', '', '', '', line + lines]);
  for (const row of [1, 2, 3]) sheet.mergeCells(row, 1, row, last);
  draw(sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function draw(sheet: Worksheet): void {
  const line = { style: 'thin' } as const;
  sheet.getRow(1).font = { bold: true, size: 16 };
  sheet.getRow(1).alignment = { horizontal: 'center' };
  sheet.pageSetup = { orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  for (let row = 4; row <= lines + 4; row += 1)
    for (let column = 1; column <= last; column += 1)
      sheet.getCell(row, column).border = { top: line, left: line, bottom: line, right: line };
}
