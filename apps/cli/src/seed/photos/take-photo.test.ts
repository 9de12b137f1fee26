import sharp from 'sharp';
import { expect, test } from 'vitest';

import { takePhoto } from './take-photo.ts';

const shot = {
  category: 'exits',
  scene: 7,
  mended: false,
  plate: ['缝制一车间', '现场'],
  takenAt: new Date('2026-03-02T01:00:00Z'),
} as const;

test('the same shot gives the same bytes, and another visit a photo of its own', async () => {
  const [one, again, later] = await Promise.all([takePhoto(shot), takePhoto(shot), takePhoto({ ...shot, visit: 1 })]);

  expect(one.equals(again)).toBe(true);
  expect(one.equals(later)).toBe(false);
  expect(await sharp(one).metadata()).toMatchObject({ format: 'jpeg', width: 480, height: 360 });
});
