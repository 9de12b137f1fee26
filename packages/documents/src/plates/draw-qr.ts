import QRCode from 'qrcode';

import type { Pdf } from '../paper/pdf.ts';

type Place = { readonly x: number; readonly y: number; readonly side: number };

/** A QR code in black. Neighbouring dark modules of a row are one bar, so that no hairlines show between them. */
export function drawQr(sheet: Pdf, address: string, { x, y, side }: Place): void {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
  const one = side / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let from = 0; from < modules.size; ) {
      let to = from;
      while (to < modules.size && modules.get(row, to) === 1) to += 1;
      if (to > from) sheet.rect(x + from * one, y + row * one, (to - from) * one, one);
      from = Math.max(to, from + 1);
    }
  }
  sheet.fill('#000000');
}
