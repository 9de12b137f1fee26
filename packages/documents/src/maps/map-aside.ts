import { printable } from '../paper/paper.ts';
import { mm, type Pdf, type PdfFont } from '../paper/pdf.ts';
import { drawQr } from '../plates/draw-qr.ts';
import { drawSign } from './draw-sign.ts';
import type { MapPaper, MapSign } from './map-paper.ts';
import type { Box } from './place-names.ts';

const sign = { radius: mm(2.6), column: mm(10) } as const;
const legendRow = mm(8.5);
const worstRow = mm(11);
const heading = mm(9);
const qrSide = mm(26);

/** What stands beside the plan: 图例, where it is worst, and at the foot whose sheet it is and how it is checked. */
export function drawAside(sheet: Pdf, { legend, worst, facts, check }: MapPaper, { x, y, width, height }: Box): void {
  const foot = y + height - footHeight(facts.length, check !== null);
  let at = y;
  write(sheet, legend.title, { x, y: at, width, font: 'strong', size: 12 });
  at += heading;
  for (const line of legend.lines) {
    signed(sheet, line, { x, y: at, width, height: legendRow });
    write(sheet, line.words, { x: x + sign.column, y: at + mm(1.8), width: width - sign.column, size: 10.5 });
    write(sheet, line.count, { x, y: at + mm(1.8), width, size: 10.5, align: 'right' });
    at += legendRow;
  }
  at += mm(1);
  at += paragraph(sheet, legend.note, { x, y: at, width, size: 8.5 }) + mm(5);
  drawWorst(sheet, worst, { x, y: at, width, height: foot - mm(4) - at });
  drawFoot(sheet, { facts, check }, { x, y: foot, width, height: y + height - foot });
}

function drawWorst(sheet: Pdf, { title, none, more, lines }: MapPaper['worst'], { x, y, width, height }: Box): void {
  write(sheet, title, { x, y, width, font: 'strong', size: 12 });
  const first = y + heading;
  if (lines.length === 0) return write(sheet, none, { x, y: first, width, size: 10 });
  const room = Math.max(1, Math.floor((height - heading) / worstRow));
  const shown = lines.length <= room ? lines : lines.slice(0, room - 1);
  shown.forEach((line, row) => {
    const top = first + row * worstRow;
    signed(sheet, line, { x, y: top, width, height: worstRow });
    write(sheet, line.name, { x: x + sign.column, y: top + mm(0.8), width: width - sign.column, font: 'strong', size: 10 });
    write(sheet, line.note, { x: x + sign.column, y: top + mm(5.6), width: width - sign.column, size: 8.5 });
  });
  const hidden = lines.length - shown.length;
  const last = first + shown.length * worstRow + mm(2);
  if (hidden > 0) write(sheet, more.replace('{{count}}', String(hidden)), { x, y: last, width, size: 9.5 });
}

const factRow = mm(5.6);

function footHeight(facts: number, checked: boolean): number {
  return facts * factRow + (checked ? qrSide + mm(3) : 0) + mm(3);
}

function drawFoot(sheet: Pdf, { facts, check }: Pick<MapPaper, 'facts' | 'check'>, { x, y, width }: Box): void {
  sheet
    .lineWidth(0.5)
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke('#808080');
  facts.forEach((fact, row) => write(sheet, fact, { x, y: y + mm(3) + row * factRow, width, size: 9.5 }));
  if (check === null) return;
  const top = y + mm(6) + facts.length * factRow;
  drawQr(sheet, check.address, { x, y: top, side: qrSide });
  paragraph(sheet, check.words, { x: x + qrSide + mm(3), y: top + mm(9), width: width - qrSide - mm(3), size: 9.5 });
}

function signed(sheet: Pdf, of: MapSign, { x, y, height }: Box): void {
  drawSign(sheet, of, { x: x + mm(4), y: y + height / 2, radius: sign.radius });
}

type Line = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font?: PdfFont;
  readonly align?: 'left' | 'right';
};

/** One line; what does not fit ends in an ellipsis. */
function write(sheet: Pdf, words: string, { x, y, width, size, font = 'text', align = 'left' }: Line): void {
  sheet.font(font).fontSize(size).fillColor('#000000');
  sheet.text(printable(words), x, y, { width, height: sheet.currentLineHeight(true), align, ellipsis: true });
}

/** As many lines as it needs; answers how high it has become, in points. */
function paragraph(sheet: Pdf, words: string, { x, y, width, size }: Line): number {
  sheet.font('text').fontSize(size).fillColor('#4d5856');
  const text = printable(words);
  sheet.text(text, x, y, { width });
  return sheet.heightOfString(text, { width });
}
