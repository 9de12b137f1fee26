import exceljs from 'exceljs';
import { expect, it, vi } from 'vitest';

import { givenRow, givenWorkbook, relationsXml } from '../testing/workbook.ts';
import { readWorkbook } from './index.ts';

// Each reading starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const commentsIn = async (content: Uint8Array) =>
  (await readWorkbook(content)).sheets.map(({ rows }) =>
    rows.map(({ comments = [] }) => comments.map(({ column, text }) => `${column} ${text}`)),
  );

it('comments are told at their cells', async () => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('台账');
  sheet.addRow(['隐患', '日期']).getCell(1).note = '填写要求';
  const row = sheet.addRow(['配电箱无门', '2026-10-08']);
  row.getCell(1).note = { texts: [{ text: '王芳:\n', font: { bold: true } }, { text: '已经换成不锈钢门' }] };
  row.getCell(2).note = '实际是 9 日';
  sheet.addRow(['灭火器过期', '2026-10-09']);
  book.addWorksheet('封面').addRow(['说明']);

  expect(await commentsIn(new Uint8Array(await book.xlsx.writeBuffer()))).toEqual([
    [['1 填写要求'], ['1 王芳: 已经换成不锈钢门', '2 实际是 9 日'], []],
    [[]],
  ]);
});

it('a thread of comments is told once, with its answers, and not with the words it has for older programs', async () => {
  const relation = (type: string, target: string) => `<Relationship Id="${type}" Type="http://x/${type}" Target="../${target}.xml"/>`;
  const thread = ['是 9 日吗', '是'].map((text) => `<threadedComment ref="B2"><text>${text}</text></threadedComment>`);
  const old = ['B2', 'A2'].map(
    (ref) => `<comment ref="${ref}"><text><t>${ref === 'B2' ? '[线程批注] 是 9 日吗' : '已换'}</t></text></comment>`,
  );
  const content = givenWorkbook(`<sheetData>${givenRow(2, ['配电箱无门', '2026-10-08'])}</sheetData>`, {
    'xl/worksheets/_rels/sheet1.xml.rels': relationsXml(relation('comments', 'comments1') + relation('threadedComment', 'threads/t1')),
    'xl/comments1.xml': `<comments><commentList>${old.join('')}</commentList></comments>`,
    'xl/threads/t1.xml': `<ThreadedComments>${thread.join('')}</ThreadedComments>`,
  });

  expect(await commentsIn(content)).toEqual([[['2 是 9 日吗 / 是', '1 已换']]]);
});

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
