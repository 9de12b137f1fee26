import { zhCN } from '@changming/phrases';
import exceljs from 'exceljs';
import { beforeAll, expect, it, vi } from 'vitest';

import { officeFile, officeWorkbook } from '../testing/offices.ts';
import { errorWorkbook, readWorkbook } from './index.ts';

// Each reading starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const words = zhCN.imports.workbooks;
const roster = '人员花名册.xlsx';
const problems = [
  { sheet: '临溪公司', cell: 'G20', message: '这一天不存在' },
  { sheet: '临溪公司', cell: 'D20', message: '没有叫这个名字的单位' },
  { sheet: '临溪公司', cell: 'D20', message: '另一句' },
];

/** The roster with these problems marked. */
let marked: Buffer;
beforeAll(async () => {
  marked = await errorWorkbook(await officeFile(roster), problems, { words });
});

async function opened(file: Buffer): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(file as unknown as exceljs.Buffer);
  return workbook;
}

it('paints the cells with problems red, says why in a note and lists them on a sheet', async () => {
  const workbook = await opened(marked);
  const sheet = workbook.getWorksheet('临溪公司');

  expect(sheet?.getCell('G20')).toMatchObject({ value: '2019.13.1', fill: { fgColor: { argb: 'FFFFC7CE' } } });
  expect(sheet?.getCell('G21').fill).toMatchObject({ pattern: 'none' });
  expect(sheet?.getCell('D20').note).toMatch(/没有叫这个名字的单位\n另一句$/u);
  expect(workbook.getWorksheet('问题')?.getSheetValues().slice(1)).toMatchObject([
    [undefined, '工作表', '单元格', '行', '问题说明'],
    [undefined, '临溪公司', { text: 'G20' }, 20, '这一天不存在'],
    [undefined, '临溪公司', { text: 'D20' }, 20, '没有叫这个名字的单位'],
    [undefined, '临溪公司', { text: 'D20' }, 20, '另一句'],
  ]);
});

it('leaves everything else as it was, and can be sent in again', async () => {
  const original = await officeWorkbook(roster);
  const again = await readWorkbook(marked);

  expect(again.sheets.slice(0, -1).map(({ name, rows }) => ({ name, rows }))).toEqual(
    original.sheets.map(({ name, rows }) => ({ name, rows })),
  );
  expect(again.sheets.at(-1)?.name).toBe('问题');
});

it('leaves what somebody wrote beside a marked cell, and tells nothing of its own marks when it is sent in again', async () => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('台账');
  sheet.addRow(['隐患', '日期']).getCell(1).note = '填写要求';
  sheet.addRow(['配电箱无门', '昨天']).getCell(2).note = { texts: [{ text: '王芳:', font: { bold: true } }, { text: '9 日' }] };
  const wrong = ['A2', 'B2'].map((cell) => ({ sheet: '台账', cell, message: '请核对' }));

  const once = await errorWorkbook(Buffer.from(await book.xlsx.writeBuffer()), wrong, { words });
  const twice = await errorWorkbook(once, wrong, { words });
  expect((await opened(twice)).getWorksheet('台账')?.getCell('B2').note).toMatch(/^王芳:9 日\n\u2063+请核对$/u);
  const [ledger] = (await readWorkbook(twice)).sheets;
  expect(ledger?.rows.flatMap(({ comments = [] }) => comments.map(({ text }) => text))).toEqual(['填写要求', '王芳:9 日']);
});

it('masks the columns that are not to travel', async () => {
  const masked = await errorWorkbook(await officeFile(roster), problems, { words, mask: [{ sheet: '临溪公司', column: 'I' }] });
  const sheet = (await opened(masked)).getWorksheet('临溪公司');

  expect(sheet?.getCell('I20').value).toBe('****************34');
  expect(sheet?.getCell('I3').value).toBe('身份证号');
});

it('is not made from a file that may not be read', async () => {
  await expect(errorWorkbook(Buffer.from('PK\u0003\u0004'), problems, { words })).rejects.toMatchObject({ code: 'imports.damaged' });
});
