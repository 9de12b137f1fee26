import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { axeFaults } from './axe.ts';

/** Taps as a thumb makes them, counted; the shutter of the camera is one of them. */
export function thumbOn(page: Page) {
  let taps = 0;
  return {
    taps: () => taps,
    async tap(name: string | RegExp, role: 'button' | 'tab' | 'switch' = 'button') {
      taps += 1;
      await page.getByRole(role, { name }).first().click();
    },
    async shoot(photo: Buffer) {
      taps += 1;
      await page.locator('input[type=file]').first().setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
    },
  };
}

/** A photo as a phone takes it: 12 million pixels, JPEG, drawn by the browser itself. `hue` makes each another picture. */
export async function givenPhoto(page: Page, hue: number): Promise<Buffer> {
  return drawn(page, { hue, width: 4000 });
}

/** The same as the phone sends it, made small: for whatever is not about the making small. */
export async function givenSentPhoto(page: Page, hue: number): Promise<Buffer> {
  return drawn(page, { hue, width: 1600 });
}

async function drawn(page: Page, picture: { readonly hue: number; readonly width: number }): Promise<Buffer> {
  const encoded = await page.evaluate(({ hue: colour, width }) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width, (width * 3) / 4];
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.scale(width / 4000, width / 4000);
    const light = pen.createLinearGradient(0, 0, 4000, 3000);
    light.addColorStop(0, `hsl(${colour} 30% 82%)`);
    light.addColorStop(1, `hsl(${colour} 40% 28%)`);
    pen.fillStyle = light;
    pen.fillRect(0, 0, 4000, 3000);
    for (let box = 0; box < 60; box += 1) {
      pen.fillStyle = `hsl(${(colour + box * 7) % 360} 45% ${30 + (box % 5) * 8}%)`;
      pen.fillRect((box * 631) % 3600, 900 + ((box * 397) % 1800), 380, 300);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  }, picture);
  return Buffer.from(encoded, 'base64');
}

/** A camera for a machine without one: what it sees is a canvas that changes all the time. */
export async function givenCamera(page: Page): Promise<void> {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [1280, 960];
      const pen = canvas.getContext('2d');
      let frame = 0;
      setInterval(() => {
        frame += 1;
        if (pen !== null) pen.fillStyle = `hsl(${(frame * 9) % 360} 40% 60%)`;
        pen?.fillRect(0, 0, 1280, 960);
      }, 60);
      return Promise.resolve(canvas.captureStream(15));
    };
  });
}

/** Nothing scrolls sideways, everything that can be pressed is large enough for a glove, and readers of the screen find their way. */
export async function expectFitForThumbs(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const pressable = [...document.querySelectorAll('button, nav a, .shutter label, summary, input[type=range]')];
    const small = pressable
      .map((thing) => ({ thing, box: thing.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 48 || box.width < 48))
      .map(({ thing, box }) => `${thing.textContent || thing.getAttribute('aria-label')}: ${box.width} × ${box.height}`);
    return { width: document.documentElement.scrollWidth, small };
  });
  expect({ ...found, faults: await axeFaults(page) }).toEqual({ width: 360, small: [], faults: [] });
}
