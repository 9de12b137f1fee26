import exceljs from 'exceljs';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { printable } from './paper.ts';

export type DataColumn = { readonly title: string; readonly width: number; readonly kind: 'text' | 'date' | 'number' };

/** A table to work on: its head in the first line, each cell of its kind. Days are `2026-03-05`. */
export type DataSheet = {
  readonly sheet: string;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly madeAt: Date;
};

/** Text stays text even when somebody edits it: `=1+1` is a sentence, and a long number keeps its digits. */
const formats = { text: '@', date: 'yyyy-mm-dd', number: '0.00' } as const;

/** The table as a workbook with one sheet. Rows leave the memory as they are written. */
export async function dataWorkbook({ sheet: name, columns, rows, madeAt }: DataSheet): Promise<Uint8Array> {
  const stream = new PassThrough();
  const written = buffer(stream);
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  workbook.created = madeAt;
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] });
  columns.forEach(({ width }, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  const head = sheet.addRow(columns.map(({ title }) => title));
  head.eachCell((cell) => {
    cell.style = headStyle;
  });
  head.commit();
  for (const cells of rows) {
    const row = sheet.addRow(cells.map((value, at) => valueOf(value, columns[at]?.kind ?? 'text')));
    columns.forEach(({ kind }, at) => {
      row.getCell(at + 1).numFmt = formats[kind];
    });
    row.commit();
  }
  sheet.commit();
  await workbook.commit();
  return written;
}

const headStyle: Partial<exceljs.Style> = {
  font: { bold: true },
  alignment: { vertical: 'middle', horizontal: 'center' },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } },
  border: { bottom: { style: 'thin', color: { argb: 'FF8EA9DB' } } },
};

/** Excel's days have no zone: midnight of UTC is the day. */
function valueOf(value: string | number | null, kind: DataColumn['kind']): string | number | Date | null {
  if (value === null || typeof value === 'number') return value;
  return kind === 'date' && /^\d{4}-\d{2}-\d{2}$/u.test(value) ? new Date(`${value}T00:00:00Z`) : printable(value);
}
