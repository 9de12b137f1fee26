import { dayIn } from '@changming/domain/kernel';
import exceljs from 'exceljs';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { printable } from './paper.ts';

export type DataColumn = { readonly title: string; readonly width: number; readonly kind: 'text' | 'date' | 'number' | 'count' };

type Cell = string | number | null;

/** What a table to work on is called, and its columns. Days are `2026-03-05`. */
export type DataFrame = { readonly sheet: string; readonly columns: readonly DataColumn[]; readonly madeAt: Date };

/** A table to work on: its head in the first line, each cell of its kind. */
export type DataSheet = DataFrame & { readonly rows: readonly (readonly Cell[])[] };

/** Text stays text even when somebody edits it: `=1+1` is a sentence, and a long number keeps its digits. */
const formats = { text: '@', date: 'yyyy-mm-dd', number: '0.00', count: '0' } as const;

/** The table as a workbook with one sheet. */
export async function dataWorkbook({ rows, ...frame }: DataSheet): Promise<Uint8Array> {
  const writing = openDataWorkbook(frame);
  for (const cells of rows) writing.add(cells);
  return writing.end();
}

/** The same, for a table too long to be held: rows leave the memory as they are written, only the packed file is kept. */
export function openDataWorkbook({ sheet: name, columns, madeAt }: DataFrame) {
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
  return {
    add(cells: readonly Cell[]): void {
      const row = sheet.addRow(cells.map((value, at) => valueOf(value, columns[at]?.kind ?? 'text')));
      columns.forEach(({ kind }, at) => {
        row.getCell(at + 1).numFmt = formats[kind];
      });
      row.commit();
    },
    async end(): Promise<Uint8Array> {
      sheet.commit();
      await workbook.commit();
      return written;
    },
  };
}

/** A list of any length, each row written as it comes; the file is called by its sheet and the day. */
export function openDataList<Row>(frame: DataFrame, cellsOf: (row: Row) => readonly Cell[]) {
  const writing = openDataWorkbook(frame);
  return {
    name: `${frame.sheet}-${dayIn(frame.madeAt)}`,
    add({ rows }: { readonly rows: readonly Row[] }): void {
      for (const row of rows) writing.add(cellsOf(row));
    },
    end: () => writing.end(),
  };
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
