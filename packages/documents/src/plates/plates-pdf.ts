import { mm, openPdf, type Pdf, type PdfFont } from '../paper/pdf.ts';
import { drawQr } from './draw-qr.ts';
import type { Plate, PlateSheet } from './plate-sheet.ts';

type Corner = { readonly x: number; readonly y: number };

const card = { width: mm(80), height: mm(50), head: mm(8), qr: mm(31) } as const;
const across = 2;
const down = 5;
const gap = { x: mm(6), y: mm(4) } as const;
const margin = { x: (mm(210) - 2 * card.width - gap.x) / 2, y: (mm(297) - down * card.height - (down - 1) * gap.y) / 2 } as const;
const ink = { head: '#1f2a37', onHead: '#ffffff', text: '#000000', quiet: '#555555', cut: '#9aa3ad' } as const;

/** 点位铭牌 of 80 × 50 mm, ten on a page of A4, to be cut along the dashes. Of its fonts the file holds just the signs it shows. */
export async function platesPdf({ plates, words, madeAt }: PlateSheet): Promise<Uint8Array> {
  const { sheet, written } = openPdf({ title: words.title, madeAt, size: 'A4' });
  plates.forEach((plate, at) => {
    const place = at % (across * down);
    if (place === 0) sheet.addPage();
    const corner = {
      x: margin.x + (place % across) * (card.width + gap.x),
      y: margin.y + Math.floor(place / across) * (card.height + gap.y),
    };
    drawPlate(sheet, plate, { corner, words });
  });
  sheet.end();
  return written;
}

type Where = { readonly corner: Corner; readonly words: PlateSheet['words'] };

function drawPlate(sheet: Pdf, plate: Plate, { corner: { x, y }, words }: Where): void {
  const left = x + mm(3);
  const wide = card.width - card.qr - mm(8);
  sheet.save().rect(x, y, card.width, card.head).fill(ink.head).restore();
  put(sheet, words.product, { x: left, y: y + mm(2), width: mm(40), font: 'strong', size: 10, color: ink.onHead });
  if (plate.kind !== null)
    put(sheet, plate.kind, { x: x + mm(43), y: y + mm(2.2), width: mm(34), font: 'text', size: 9, color: ink.onHead, align: 'right' });
  put(sheet, plate.name, { x: left, y: y + mm(11), width: wide, font: 'strong', size: 13, lines: 3 });
  const belowName = Math.min(sheet.y + mm(1.5), y + mm(29));
  put(sheet, plate.unit, { x: left, y: belowName, width: wide, font: 'text', size: 8.5, lines: 2, color: ink.quiet });
  put(sheet, words.call, { x: left, y: y + mm(38), width: wide, font: 'text', size: 8.5 });
  put(sheet, plate.code, { x: left, y: y + mm(42), width: wide, font: 'strong', size: 9, spacing: 0.6 });
  put(sheet, plate.address, { x: left, y: y + mm(46.4), width: card.width - mm(6), font: 'text', size: 5.5, color: ink.quiet });
  drawQr(sheet, plate.address, { x: x + card.width - card.qr - mm(3), y: y + card.head + mm(3), side: card.qr });
  sheet.save().rect(x, y, card.width, card.height).lineWidth(0.4).dash(2, { space: 2 }).stroke(ink.cut).undash().restore();
}

type Text = Corner & {
  readonly width: number;
  readonly font: PdfFont;
  readonly size: number;
  readonly lines?: number;
  readonly color?: string;
  readonly align?: 'left' | 'right';
  readonly spacing?: number;
};

/** Words in their box; what does not fit ends in an ellipsis. */
function put(sheet: Pdf, words: string, { x, y, width, font, size, lines = 1, color = ink.text, align = 'left', spacing = 0 }: Text): void {
  sheet.font(font).fontSize(size).fillColor(color);
  const height = sheet.currentLineHeight(true) * lines;
  sheet.text(words, x, y - size * 0.2, { width, height, align, ellipsis: true, characterSpacing: spacing, lineGap: -size * 0.15 });
}
