import { columnName } from '@changming/domain/imports';
import exceljs, { type Cell, type Style, type Workbook, type Worksheet } from 'exceljs';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { families, isPictures, type Paper, type PaperCell, type PaperColumn, printable } from './paper.ts';

type Sheet = Pick<Worksheet, 'addRow' | 'mergeCells' | 'getColumn'>;

const thin = { style: 'thin', color: { argb: 'FF808080' } } as const;
const box = { top: thin, left: thin, bottom: thin, right: thin } as const;
const headRows = 3;
// oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the enum exists in the types of exceljs alone; 9 is A4
const a4 = 9 as exceljs.PaperSize;

/** The whole paper as a workbook: A4 across, its head repeated on every printed page. Rows leave the memory as they are written. */
export async function excelPaper(paper: Paper): Promise<Uint8Array> {
  return paper.columns.some(({ kind }) => kind === 'pictures') ? withPictures(paper) : inAStream(paper);
}

async function inAStream(paper: Paper): Promise<Uint8Array> {
  const stream = new PassThrough();
  const written = buffer(stream);
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  workbook.created = paper.madeAt;
  const sheet = workbook.addWorksheet(paper.sheet, sheetOptions(paper));
  write(sheet, paper, (row) => row.commit());
  sheet.commit();
  await workbook.commit();
  return written;
}

/** The stream of exceljs knows no pictures; papers that carry them are short. */
async function withPictures(paper: Paper): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.created = paper.madeAt;
  const sheet = workbook.addWorksheet(paper.sheet, sheetOptions(paper));
  write(sheet, paper, () => {});
  paper.rows.forEach((cells, at) => placePictures({ workbook, sheet }, cells, headRows + at));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function sheetOptions({ pages }: Paper): Partial<exceljs.AddWorksheetOptions> {
  const [before = '', between = '', behind = ''] = pages.split(/\{\w+\}/);
  return {
    views: [{ state: 'frozen', ySplit: headRows, xSplit: 1 }],
    pageSetup: {
      paperSize: a4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `1:${headRows}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 },
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: `&C&"${families.table.name}"&9${before}&P${between}&N${behind}` },
  };
}

type Written = ReturnType<Sheet['addRow']>;

function write(sheet: Sheet, paper: Paper, done: (row: Written) => void): void {
  const { columns } = paper;
  const last = columnName(columns.length);
  columns.forEach(({ width }, at) => {
    sheet.getColumn(at + 1).width = width * 2 + 1;
  });
  const across = (text: string, style: Partial<Style>, height: number) => {
    const row = sheet.addRow([printable(text)]);
    sheet.mergeCells(`A${row.number}:${last}${row.number}`);
    row.getCell(1).style = style;
    row.height = height;
    done(row);
  };
  across(paper.title, { font: { name: families.heading.name, size: 18 }, alignment: middle('center') }, 34);
  across(paper.lead.join('　　'), { font: { name: families.table.name, size: 11 }, alignment: middle('left') }, 20);
  done(filled(sheet.addRow(columns.map(({ title }) => title)), () => heading));
  for (const cells of paper.rows)
    done(
      tall(
        filled(sheet.addRow(cells.map(valueOf)), (at) => styleOf(columns[at])),
        cells,
      ),
    );
  if (paper.rows.length === 0) across(paper.empty, { ...styleOf(columns[0]), alignment: middle('center') }, 24);
  done(
    filled(sheet.addRow(paper.totals.map(valueOf)), (at) => ({
      ...styleOf(columns[at]),
      font: { name: families.heading.name, size: 10 },
    })),
  );
  across(paper.reckoning, { font: { name: families.body.name, size: 11 }, alignment: middle('left') }, 24);
  across(paper.signatures.join('　　　　　　　　　　'), { font: { name: families.body.name, size: 12 }, alignment: middle('left') }, 36);
}

function filled(row: Written, style: (at: number) => Partial<Style>): Written {
  row.eachCell({ includeEmpty: true }, (cell: Cell, column: number) => {
    cell.style = style(column - 1);
  });
  return row;
}

const thumbHeight = 66;

/** A row of pictures is as tall as they are; the height of words is left to Excel. */
function tall(row: Written, cells: readonly PaperCell[]): Written {
  if (cells.some((cell) => isPictures(cell) && cell.pictures.length > 0)) row.height = thumbHeight;
  return row;
}

/** Text is never a formula: the cell is of type string and its format is text, so that editing it does not make it one either. */
function valueOf(cell: PaperCell): string | number | null {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? printable(cell) : null;
}

function middle(horizontal: 'left' | 'center' | 'right'): Partial<exceljs.Alignment> {
  return { vertical: 'middle', horizontal, wrapText: true };
}

const heading: Partial<Style> = {
  font: { name: families.heading.name, size: 10 },
  alignment: middle('center'),
  border: box,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } },
};

const body = { font: { name: families.body.name, size: 10 }, border: box } as const;
const styles: Readonly<Record<PaperColumn['kind'], Partial<Style>>> = {
  words: { ...body, alignment: middle('left'), numFmt: '@' },
  short: { ...body, alignment: middle('center'), numFmt: '@' },
  money: { ...body, alignment: middle('right'), numFmt: '#,##0.00' },
  pictures: { ...body, alignment: middle('center') },
};

function styleOf(column: PaperColumn | undefined): Partial<Style> {
  return styles[column?.kind ?? 'words'];
}

type Album = { readonly workbook: Workbook; readonly sheet: Worksheet };

/** Side by side in their cell, each 60 points tall; `line` counts from 0. */
function placePictures({ workbook, sheet }: Album, cells: readonly PaperCell[], line: number): void {
  cells.forEach((cell, column) => {
    if (!isPictures(cell)) return;
    cell.pictures.forEach(({ jpeg, width, height }, at) => {
      // exceljs declares a Buffer of its own making; it takes any bytes.
      const imageId = workbook.addImage({ buffer: Buffer.from(jpeg) as unknown as exceljs.Buffer, extension: 'jpeg' });
      const scale = Math.min(80 / height, 80 / width);
      const left = column + 0.03 + (at * 0.94) / cell.pictures.length;
      sheet.addImage(imageId, {
        tl: { col: left, row: line + 0.05 },
        ext: { width: Math.round(width * scale), height: Math.round(height * scale) },
      });
    });
  });
}
