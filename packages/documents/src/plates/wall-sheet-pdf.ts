import { printable } from '../paper/paper.ts';
import { mm, openPdf, type Pdf, type PdfFont } from '../paper/pdf.ts';
import { drawQr } from './draw-qr.ts';
import type { WallSheet } from './wall-sheet.ts';

const page = { width: mm(420), height: mm(297), margin: mm(12) } as const;
const usable = page.width - 2 * page.margin;
const foot = { height: mm(26), gap: mm(4) } as const;
const drawing = {
  x: page.margin,
  y: mm(34),
  width: usable,
  height: page.height - mm(34) - page.margin - foot.height - foot.gap,
} as const;

/** One sheet of A3 across, to be printed as it is or smaller: title, drawing, and the QR that tells whether it still holds. */
export async function wallSheetPdf({ title, subtitle, jpeg, product, stamp, address, madeAt }: WallSheet): Promise<Uint8Array> {
  const { sheet, written } = openPdf({ title, madeAt, size: 'A3', layout: 'landscape' });
  sheet.addPage();
  put(sheet, title, { y: page.margin, width: usable, font: 'strong', size: 24, align: 'center' });
  put(sheet, subtitle, { y: mm(25), width: usable, font: 'text', size: 12, align: 'center' });
  sheet.image(Buffer.from(jpeg), drawing.x, drawing.y, { fit: [drawing.width, drawing.height], align: 'center', valign: 'center' });
  sheet.lineWidth(0.8).rect(drawing.x, drawing.y, drawing.width, drawing.height).stroke('#000000');
  const top = page.height - page.margin - foot.height;
  const beside = { width: usable - foot.height - foot.gap, size: 11, align: 'right' } as const;
  put(sheet, product, { ...beside, y: top, font: 'strong' });
  stamp.forEach((line, at) => put(sheet, line, { ...beside, y: top + mm(7) * (at + 1), font: 'text' }));
  drawQr(sheet, address, { x: page.width - page.margin - foot.height, y: top, side: foot.height });
  sheet.end();
  return written;
}

type Line = {
  readonly y: number;
  readonly width: number;
  readonly font: PdfFont;
  readonly size: number;
  readonly align: 'center' | 'right';
};

/** One line from the left margin on; what does not fit ends in an ellipsis. */
function put(sheet: Pdf, words: string, { y, width, font, size, align }: Line): void {
  sheet.font(font).fontSize(size).fillColor('#000000');
  const height = sheet.currentLineHeight(true);
  sheet.text(printable(words), page.margin, y, { width, height, align, ellipsis: true });
}
