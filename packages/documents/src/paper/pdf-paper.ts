import { isPictures, money, type Paper, type PaperCell, type PaperColumn, type Picture, printable } from './paper.ts';
import { mm, openPdf, type Pdf, type PdfFont } from './pdf.ts';

const page = { width: mm(297), height: mm(210), margin: mm(12), foot: mm(14) } as const;
const usable = page.width - 2 * page.margin;
const bottom = page.height - page.foot;
const pad = mm(1.2);
const pictureSide = mm(17);
const leastRow = mm(7);

type Look = { readonly font: PdfFont; readonly size: number };
const looks = {
  title: { font: 'strong', size: 16 },
  lead: { font: 'text', size: 9.5 },
  head: { font: 'strong', size: 8.5 },
  cell: { font: 'text', size: 8.5 },
  end: { font: 'text', size: 10.5 },
} as const satisfies Record<string, Look>;

/** Where the next thing is written. */
type Pen = { readonly sheet: Pdf; readonly paper: Paper; readonly widths: readonly number[]; y: number };
type Align = 'left' | 'center' | 'right';

/** The whole paper as a PDF: A4 across, the head of the table repeated on every page, no row broken over two. */
export async function pdfPaper(paper: Paper): Promise<Uint8Array> {
  const { sheet, written } = openPdf({ title: printable(paper.title), madeAt: paper.madeAt, size: 'A4', layout: 'landscape' });
  const pen: Pen = { sheet, paper, widths: widthsOf(paper.columns), y: 0 };
  turnPage(pen);
  writeLine(pen, paper.title, looks.title, 'center');
  writeLine(pen, paper.lead.join('　　'), looks.lead);
  writeHead(pen);
  for (const cells of paper.rows) writeRow(pen, cells, looks.cell);
  if (paper.rows.length === 0) writeLine(pen, paper.empty, looks.cell, 'center');
  if (paper.totals.some((total) => total !== null)) writeRow(pen, paper.totals, looks.head);
  pen.y += mm(2);
  writeLine(pen, paper.reckoning, looks.end);
  pen.y += mm(3);
  writeLine(pen, paper.signatures.join('　　　　　　　　　　'), looks.end);
  numberPages(pen);
  sheet.end();
  return written;
}

function widthsOf(columns: readonly PaperColumn[]): number[] {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ width }) => (usable * width) / all);
}

function turnPage(pen: Pen): void {
  pen.sheet.addPage();
  pen.y = page.margin;
}

function writeLine(pen: Pen, text: string, look: Look, align: Align = 'left'): void {
  const height = heightOf(pen.sheet, text, { look, width: usable });
  if (pen.y + height > bottom) turnPage(pen);
  write(pen.sheet, text, { look, align, x: page.margin, y: pen.y, width: usable, height });
  pen.y += height + mm(2);
}

function writeHead(pen: Pen): void {
  const titles = pen.paper.columns.map(({ title }) => title);
  const height = heightOfRow(pen, titles, looks.head);
  pen.sheet.rect(page.margin, pen.y, usable, height).fill('#f2f2f2');
  drawCells(pen, titles, { look: looks.head, height, align: 'center' });
}

/** A row too tall for what is left goes to the next page, below the head; one taller than a page is cut. */
function writeRow(pen: Pen, cells: readonly PaperCell[], look: Look): void {
  const height = heightOfRow(pen, cells, look);
  if (pen.y + height > bottom) {
    turnPage(pen);
    writeHead(pen);
  }
  drawCells(pen, cells, { look, height: Math.min(height, bottom - pen.y) });
}

function heightOfRow({ sheet, widths }: Pen, cells: readonly PaperCell[], look: Look): number {
  const heights = cells.map((cell, at) => {
    if (isPictures(cell)) return cell.pictures.length === 0 ? 0 : pictureSide;
    return heightOf(sheet, wordsOf(cell), { look, width: (widths[at] ?? 0) - 2 * pad });
  });
  return Math.max(leastRow, Math.max(...heights) + 2 * pad);
}

const alignments = { words: 'left', short: 'center', money: 'right', pictures: 'center' } as const satisfies Record<
  PaperColumn['kind'],
  Align
>;

type Row = { readonly look: Look; readonly height: number; readonly align?: Align };

function drawCells(pen: Pen, cells: readonly PaperCell[], { look, height, align }: Row): void {
  const { sheet, paper, widths } = pen;
  let x: number = page.margin;
  cells.forEach((cell, at) => {
    const width = widths[at] ?? 0;
    const inner = { x: x + pad, y: pen.y + pad, width: width - 2 * pad, height: height - 2 * pad };
    sheet.lineWidth(0.5).rect(x, pen.y, width, height).stroke('#808080');
    if (isPictures(cell)) drawPictures(sheet, cell.pictures, inner);
    else writeInMiddle(sheet, wordsOf(cell), { ...inner, look, align: align ?? alignments[paper.columns[at]?.kind ?? 'words'] });
    x += width;
  });
  pen.y += height;
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Written = Box & { readonly look: Look; readonly align: Align };

function writeInMiddle(sheet: Pdf, text: string, box: Written): void {
  const height = Math.min(box.height, heightOf(sheet, text, box));
  write(sheet, text, { ...box, y: box.y + (box.height - height) / 2, height });
}

/** As much of the text as the box holds; a point is to spare, so that no last line is lost to rounding. */
function write(sheet: Pdf, text: string, { look, align, x, y, width, height }: Written): void {
  if (text === '') return;
  sheet.font(look.font).fontSize(look.size).fillColor('#000000');
  sheet.text(printable(text), x, y, { width, height: height + 1, align, ellipsis: true });
}

function heightOf(sheet: Pdf, text: string, { look, width }: { readonly look: Look; readonly width: number }): number {
  return sheet.font(look.font).fontSize(look.size).heightOfString(printable(text), { width });
}

function wordsOf(cell: string | number | null): string {
  return typeof cell === 'number' ? money(cell) : (cell ?? '');
}

/** Side by side, as many as the box is wide. */
function drawPictures(sheet: Pdf, pictures: readonly Picture[], { x, y, width, height }: Box): void {
  pictures.forEach(({ jpeg }, at) => {
    const left = x + at * (pictureSide + pad);
    if (left + pictureSide > x + width) return;
    sheet.image(Buffer.from(jpeg), left, y, { fit: [pictureSide, height], align: 'center', valign: 'center' });
  });
}

/** 第 {page} 页，共 {pages} 页: known only when all is written. */
function numberPages({ sheet, paper }: Pen): void {
  const [before = '', between = '', behind = ''] = paper.pages.split(/\{\w+\}/u);
  const { count } = sheet.bufferedPageRange();
  for (let at = 0; at < count; at += 1) {
    sheet.switchToPage(at);
    const words = `${before}${at + 1}${between}${count}${behind}`;
    write(sheet, words, { look: looks.lead, align: 'center', x: page.margin, y: bottom + mm(3), width: usable, height: mm(6) });
  }
}
