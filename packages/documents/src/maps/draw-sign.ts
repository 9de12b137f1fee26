import { riskColours, type RiskLevel } from '@changming/domain/risks';

import { printable } from '../paper/paper.ts';
import type { Pdf } from '../paper/pdf.ts';
import type { MapSign } from './map-paper.ts';

type Look = { readonly fill: string; readonly on: string };
const looks = {
  red: { fill: '#c4161c', on: '#ffffff' },
  orange: { fill: '#bf5000', on: '#ffffff' },
  yellow: { fill: '#f2c200', on: '#2b2200' },
  blue: { fill: '#1a5fb4', on: '#ffffff' },
} as const satisfies Record<(typeof riskColours)[RiskLevel], Look>;
const unassessed: Look = { fill: '#efede7', on: '#4d5856' };

type Place = { readonly x: number; readonly y: number; readonly radius: number };

/** A sign around its middle: square, diamond, triangle or circle by its level, so that a print without colour, or an eye without, tells them. */
export function drawSign(sheet: Pdf, { level, letter }: MapSign, place: Place): void {
  const { fill, on } = level === null ? unassessed : looks[riskColours[level]];
  outline(sheet, level, place);
  sheet.lineWidth(place.radius / 5).fillAndStroke(fill, '#ffffff');
  outline(sheet, level, { ...place, radius: place.radius * 1.1 });
  sheet.lineWidth(place.radius / 16).stroke('#16211f');
  const size = place.radius * (level === 'general' ? 0.85 : 1);
  sheet.font('strong').fontSize(size).fillColor(on);
  const y = place.y - sheet.currentLineHeight(false) / 2 + (level === 'general' ? place.radius * 0.2 : 0);
  sheet.text(printable(letter), place.x - place.radius, y, { width: 2 * place.radius, align: 'center', lineBreak: false });
}

function outline(sheet: Pdf, level: RiskLevel | null, { x, y, radius }: Place): void {
  if (level === 'major') sheet.rect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8);
  else if (level === 'larger')
    sheet.polygon([x, y - radius * 1.25], [x + radius * 1.25, y], [x, y + radius * 1.25], [x - radius * 1.25, y]);
  else if (level === 'general') sheet.polygon([x, y - radius * 1.3], [x + radius * 1.3, y + radius], [x - radius * 1.3, y + radius]);
  else sheet.circle(x, y, radius);
}
