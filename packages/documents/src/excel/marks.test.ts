import exceljs from 'exceljs';
import { expect, it, vi } from 'vitest';

import { readWorkbook } from './index.ts';

// Each reading starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

it('rows that are struck out or hidden are told, and how many pictures lie on a sheet', async () => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('台账');
  sheet.addRow(['隐患', '日期']);
  sheet.addRow(['配电箱无门', '2026-10-08']).getCell(1).font = { strike: true };
  sheet.addRow([{ richText: [{ text: '灭火器' }, { text: '过期', font: { strike: true } }] }, '2026-10-09']);
  sheet.addRow(['通道堵塞', '2026-10-10']).hidden = true;
  const empty = sheet.addRow(['急停失灵', '2026-10-11', '']);
  empty.getCell(3).font = { strike: true };
  const id = book.addImage({ base64: pixel, extension: 'png' });
  for (const row of [1, 2]) sheet.addImage(id, { tl: { col: 3, row }, ext: { width: 9, height: 9 } });
  sheet.addRow(['照片', { formula: '_xlfn.DISPIMG("ID_1",1)', result: '=DISPIMG("ID_1",1)' }]);
  book.addWorksheet('封面').addRow(['说明']);

  const { sheets } = await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
  expect(sheets.map(({ name, pictures }) => [name, pictures])).toEqual([
    ['台账', 3],
    ['封面', undefined],
  ]);
  const [ledger] = sheets;
  expect(ledger?.rows.filter(({ struck }) => struck === true).map(({ number }) => number)).toEqual([2, 3]);
  expect(ledger?.rows.filter(({ hidden }) => hidden === true).map(({ number }) => number)).toEqual([4]);
});
