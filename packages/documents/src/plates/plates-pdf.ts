import { createRequire } from 'node:module';

// oxlint-disable-next-line import/no-named-as-default -- its types know the default alone
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';

import type { Plate, PlateSheet } from './plate-sheet.ts';

type Sheet = InstanceType<typeof PDFDocument>;
type Corner = { readonly x: number; readonly y: number };

/** Millimetres as PDF points. */
function mm(length: number): number {
  return (length * 72) / 25.4;
}

const card = { width: mm(80), height: mm(50), head: mm(8), qr: mm(31) } as const;
const across = 2;
const down = 5;
const gap = { x: mm(6), y: mm(4) } as const;
const margin = { x: (mm(210) - 2 * card.width - gap.x) / 2, y: (mm(297) - down * card.height - (down - 1) * gap.y) / 2 } as const;
const ink = { head: '#1f2a37', onHead: '#ffffff', text: '#000000', quiet: '#555555', cut: '#9aa3ad' } as const;

const fontFiles = createRequire(import.meta.url);
const fonts = {
  text: fontFiles.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  strong: fontFiles.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
};

/** 点位铭牌 of 80 × 50 mm, ten on a page of A4, to be cut along the dashes. Of its fonts the file holds just the signs it shows. */
export async function platesPdf({ plates, words, madeAt }: PlateSheet): Promise<Uint8Array> {
  const sheet = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    info: { Title: words.title, CreationDate: madeAt, ModDate: madeAt },
  });
  const written = collected(sheet);
  for (const [name, file] of Object.entries(fonts)) sheet.registerFont(name, file);
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

function collected(sheet: Sheet): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    sheet.on('data', (part: Buffer) => parts.push(part));
    sheet.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    sheet.on('error', reject);
  });
}

type Where = { readonly corner: Corner; readonly words: PlateSheet['words'] };

function drawPlate(sheet: Sheet, plate: Plate, { corner: { x, y }, words }: Where): void {
  const left = x + mm(3);
  const wide = card.width - card.qr - mm(8);
  sheet.save().rect(x, y, card.width, card.head).fill(ink.head).restore();
  put(sheet, words.product, { x: left, y: y + mm(2), width: mm(40), font: 'strong', size: 10, color: ink.onHead });
  if (plate.kind !== null)
    put(sheet, plate.kind, { x: x + mm(43), y: y + mm(2.2), width: mm(34), font: 'text', size: 9, color: ink.onHead, align: 'right' });
  put(sheet, plate.name, { x: left, y: y + mm(11), width: wide, font: 'strong', size: 13, lines: 3 });
  put(sheet, plate.unit, { x: left, y: y + mm(29), width: wide, font: 'text', size: 8.5, lines: 2, color: ink.quiet });
  put(sheet, words.call, { x: left, y: y + mm(38), width: wide, font: 'text', size: 8.5 });
  put(sheet, plate.code, { x: left, y: y + mm(42), width: wide, font: 'strong', size: 9, spacing: 0.6 });
  put(sheet, plate.address, { x: left, y: y + mm(46.4), width: card.width - mm(6), font: 'text', size: 5.5, color: ink.quiet });
  drawQr(sheet, plate.address, { x: x + card.width - card.qr - mm(3), y: y + card.head + mm(3) });
  sheet.save().rect(x, y, card.width, card.height).lineWidth(0.4).dash(2, { space: 2 }).stroke(ink.cut).undash().restore();
}

type Text = Corner & {
  readonly width: number;
  readonly font: keyof typeof fonts;
  readonly size: number;
  readonly lines?: number;
  readonly color?: string;
  readonly align?: 'left' | 'right';
  readonly spacing?: number;
};

/** Words in their box; what does not fit ends in an ellipsis. */
function put(
  sheet: Sheet,
  words: string,
  { x, y, width, font, size, lines = 1, color = ink.text, align = 'left', spacing = 0 }: Text,
): void {
  sheet.font(font).fontSize(size).fillColor(color);
  const height = sheet.currentLineHeight(true) * lines;
  sheet.text(words, x, y - size * 0.2, { width, height, align, ellipsis: true, characterSpacing: spacing, lineGap: -size * 0.15 });
}

/** Neighbouring dark modules of a row are one bar, so that no hairlines show between them. */
function drawQr(sheet: Sheet, address: string, { x, y }: Corner): void {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
  const side = card.qr / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let from = 0; from < modules.size; ) {
      let to = from;
      while (to < modules.size && modules.get(row, to) === 1) to += 1;
      if (to > from) sheet.rect(x + from * side, y + row * side, (to - from) * side, side);
      from = Math.max(to, from + 1);
    }
  }
  sheet.fill(ink.text);
}
