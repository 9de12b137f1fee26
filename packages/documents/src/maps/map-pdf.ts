import { placeUnits } from '@changming/domain/points';

import { printable } from '../paper/paper.ts';
import { mm, openPdf, type Pdf, type PdfFont } from '../paper/pdf.ts';
import { drawAside } from './map-aside.ts';
import { drawSign } from './draw-sign.ts';
import type { MapPaper } from './map-paper.ts';
import { type Box, placeNames } from './place-names.ts';

const page = { width: mm(420), height: mm(297), margin: mm(12) } as const;
const usable = page.width - 2 * page.margin;
const top = mm(34);
const aside = { width: mm(78), gap: mm(5) } as const;
const field: Box = { x: page.margin, y: top, width: usable - aside.width - aside.gap, height: page.height - top - page.margin };
const radius = mm(3.4);
const name = { size: 9, pad: 2, widest: mm(42) } as const;

/** 四色图 on one sheet of A3 across: the plan with its points, and beside it what the signs mean, where it is worst, and whose sheet it is. */
export async function mapPdf(map: MapPaper): Promise<Uint8Array> {
  const { sheet, written } = openPdf({ title: printable(map.title), madeAt: map.madeAt, size: 'A3', layout: 'landscape' });
  sheet.addPage();
  put(sheet, map.title, { y: page.margin, font: 'strong', size: 24 });
  put(sheet, map.subtitle, { y: mm(25), font: 'text', size: 12 });
  drawPlan(sheet, map);
  drawAside(sheet, map, { x: field.x + field.width + aside.gap, y: top, width: aside.width, height: field.height });
  sheet.end();
  return written;
}

type Line = { readonly y: number; readonly font: PdfFont; readonly size: number };

function put(sheet: Pdf, words: string, { y, font, size }: Line): void {
  sheet.font(font).fontSize(size).fillColor('#000000');
  const height = sheet.currentLineHeight(true);
  sheet.text(printable(words), page.margin, y, { width: usable, height, align: 'center', ellipsis: true });
}

function drawPlan(sheet: Pdf, { jpeg, points }: MapPaper): void {
  const shown = pictureIn(sheet, Buffer.from(jpeg));
  sheet.lineWidth(0.8).rect(field.x, field.y, field.width, field.height).stroke('#000000');
  const placed = points.map((point) => ({
    ...point,
    x: shown.x + (point.x / placeUnits) * shown.width,
    y: shown.y + (point.y / placeUnits) * shown.height,
  }));
  sheet.font('text').fontSize(name.size);
  const height = sheet.currentLineHeight(true);
  const named = placed.map((point) => ({
    ...point,
    width: Math.min(name.widest, sheet.widthOfString(printable(point.name))) + 2 * name.pad,
  }));
  const names = placeNames(named, { area: field, radius: radius * 1.3, height });
  named.forEach((point, at) => {
    const box = names[at];
    if (box !== undefined) writeName(sheet, point.name, box);
  });
  for (const point of placed) drawSign(sheet, point, { x: point.x, y: point.y, radius });
}

/** As large as the field allows, in its middle. */
function pictureIn(sheet: Pdf, picture: Buffer): Box {
  const own = sizeOf(sheet, picture);
  const scale = Math.min(field.width / own.width, field.height / own.height);
  const [width, height] = [own.width * scale, own.height * scale];
  const box = { x: field.x + (field.width - width) / 2, y: field.y + (field.height - height) / 2, width, height };
  sheet.image(picture, box.x, box.y, { width, height });
  return box;
}

type Size = { readonly width: number; readonly height: number };

function sizeOf(sheet: Pdf, picture: Buffer): Size {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types do not know `openImage`, which its documentation does
  return (sheet as unknown as { openImage: (content: Buffer) => Size }).openImage(picture);
}

function writeName(sheet: Pdf, words: string, { x, y, width, height }: Box): void {
  sheet.roundedRect(x, y, width, height, 3).fillOpacity(0.88).fill('#ffffff').fillOpacity(1);
  sheet.font('text').fontSize(name.size).fillColor('#1c2422');
  sheet.text(printable(words), x + name.pad, y, { width: width - name.pad + 1, height, ellipsis: true, lineBreak: true });
}
