import { printable } from './paper.ts';
import { mm, openPdf, type Pdf, type PdfFont } from './pdf.ts';
import { isHead, type Prose } from './prose-paper.ts';

/** A4 upright with the margins of official papers. */
const page = { width: mm(210), height: mm(297), margin: mm(26) } as const;
const usable = page.width - 2 * page.margin;
const bottom = page.height - mm(20);

type Look = { readonly font: PdfFont; readonly size: number; readonly indent?: number };
const looks = {
  title: { font: 'strong', size: 20 },
  head: { font: 'strong', size: 13 },
  text: { font: 'text', size: 12, indent: 24 },
  closing: { font: 'text', size: 10 },
  foot: { font: 'text', size: 9 },
} as const satisfies Record<string, Look>;

/** Where the next line is written. */
type Pen = { readonly sheet: Pdf; y: number };

/** The text as a PDF; a paragraph that does not fit begins the next page. */
export async function pdfProse({ title, paragraphs, closing, pages }: Prose, madeAt: Date): Promise<Uint8Array> {
  const { sheet, written } = openPdf({ title: printable(title), madeAt, size: 'A4' });
  const pen: Pen = { sheet, y: 0 };
  turnPage(pen);
  writeLine(pen, title, looks.title, 'center');
  pen.y += mm(4);
  for (const paragraph of paragraphs)
    for (const piece of piecesOf(paragraph)) writeLine(pen, piece, isHead(paragraph) ? looks.head : looks.text);
  pen.y += mm(6);
  const together = closing.reduce((sum, words) => sum + heightOf(sheet, words, looks.closing), 0);
  if (pen.y + together > bottom) turnPage(pen);
  for (const words of closing) writeLine(pen, words, looks.closing);
  numberPages(sheet, pages);
  sheet.end();
  return written;
}

/** A paragraph of up to half a page stays whole; of a longer one a quarter of a page is written at a time, so that nothing of it is cut off. */
function piecesOf(paragraph: string): readonly string[] {
  return paragraph.length <= 600 ? [paragraph] : (paragraph.match(/.{1,280}/gsu) ?? []);
}

function turnPage(pen: Pen): void {
  pen.sheet.addPage();
  pen.y = page.margin;
}

type Align = 'left' | 'center';

function writeLine(pen: Pen, text: string, look: Look, align: Align = 'left'): void {
  const { sheet } = pen;
  const height = heightOf(sheet, text, look);
  if (pen.y + height > bottom) turnPage(pen);
  sheet.fillColor('#000000').text(printable(text), page.margin, pen.y, { ...shapeOf(look), align });
  pen.y += height;
}

function shapeOf({ indent = 0, size }: Look) {
  return { width: usable, indent, lineGap: size * 0.45 };
}

/** With the space below it. */
function heightOf(sheet: Pdf, text: string, look: Look): number {
  return sheet.font(look.font).fontSize(look.size).heightOfString(printable(text), shapeOf(look)) + look.size * 0.3;
}

/** 第 {page} 页，共 {pages} 页: known only when all is written. */
function numberPages(sheet: Pdf, words: string): void {
  const [before = '', between = '', behind = ''] = words.split(/\{\w+\}/u);
  const { count } = sheet.bufferedPageRange();
  for (let at = 0; at < count; at += 1) {
    sheet.switchToPage(at);
    sheet.font(looks.foot.font).fontSize(looks.foot.size);
    const line = { width: usable, height: mm(6), align: 'center' } as const;
    sheet.text(`${before}${at + 1}${between}${count}${behind}`, page.margin, bottom + mm(4), line);
  }
}
