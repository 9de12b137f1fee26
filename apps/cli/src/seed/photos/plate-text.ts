import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import sharp from 'sharp';

/** The font travels with the package: a machine without Chinese fonts would print boxes. */
const fontFile = join(
  dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json')),
  '500Medium',
  'NotoSansSC_500Medium.ttf',
);

/** A printed plate: white card, the place and its code. Written large and made to fit: a search for the size that fits takes seven times as long. */
export async function plate(lines: readonly string[]): Promise<Buffer> {
  const text = await sharp({
    text: { text: lines.join('\n'), fontfile: fontFile, font: 'Noto Sans SC', dpi: 150, rgba: true, align: 'centre' },
  })
    .resize({ width: 98, height: 47, fit: 'inside' })
    .png()
    .toBuffer();
  return sharp({ create: { width: 112, height: 61, channels: 4, background: '#fdfdf8' } })
    .composite([
      {
        input: Buffer.from(
          '<svg width="112" height="61"><rect x="2" y="2" width="108" height="57" fill="none" stroke="#1f5f3a" stroke-width="3"/></svg>',
        ),
      },
      { input: text, gravity: 'centre' },
    ])
    .png()
    .toBuffer();
}
