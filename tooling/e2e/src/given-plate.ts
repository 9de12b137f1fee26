import type { Page } from 'playwright-core';
import { toDataURL } from 'qrcode';

/** A photo of a plate on a wall: the QR is small, askew, lit from one side and compressed as a phone does. */
export async function givenPlatePhoto(page: Page, text: string): Promise<Buffer> {
  const code = await toDataURL(text, { errorCorrectionLevel: 'M', margin: 2, width: 480 });
  const encoded = await page.evaluate(async (address) => {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2400, 1800];
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    const light = pen.createLinearGradient(0, 0, 2400, 1800);
    light.addColorStop(0, '#e8e4d8');
    light.addColorStop(1, '#6d6a62');
    pen.fillStyle = light;
    pen.fillRect(0, 0, 2400, 1800);
    pen.setTransform(0.97, 0.21, -0.17, 0.94, 1180, 560);
    pen.drawImage(picture, 0, 0);
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.globalAlpha = 0.28;
    pen.fillStyle = '#000';
    pen.fillRect(1400, 0, 1000, 1800);
    return canvas.toDataURL('image/jpeg', 0.7).split(',')[1] ?? '';
  }, code);
  return Buffer.from(encoded, 'base64');
}
