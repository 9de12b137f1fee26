import sharp from 'sharp';

import { randomFrom } from '../random.ts';
import { exposed } from './film.ts';
import { plate } from './plate-text.ts';
import { height, room, viewOf, width } from './room.ts';
import { drums, exitDoor, extinguishers, fluff, machine, stack, switchBox, type Thing } from './things.ts';

const scenes: Readonly<Record<string, Thing>> = {
  exits: exitDoor,
  fireEquipment: extinguishers,
  electricity: switchBox,
  machinery: machine,
  stacking: stack,
  chemicals: drums,
  dust: fluff,
};
const others = Object.values(scenes);

/** Drawn in 960 × 720, photographed smaller: three hundred of them are made at the first start. */
const pixels = { width: 480, height: 360 } as const;

export type Shot = {
  readonly category: string;
  /** The same for both photos of a pair: the same room, the same things. */
  readonly scene: number;
  readonly mended: boolean;
  /** Which visit to the scene: the same things from another hand. */
  readonly visit?: number;
  readonly plate: readonly string[];
  readonly takenAt: Date;
};

/**
 * A photo as a phone would take it: one scene, light from somewhere, a hand that shook, grain, and the plate of the place.
 * The same shot gives the same bytes.
 */
export async function takePhoto({ category, scene, mended, visit = 0, plate: lines, takenAt }: Shot): Promise<Buffer> {
  const places = randomFrom(scene);
  const hand = randomFrom(scene * 2 + (mended ? 1 : 0) + visit * 100_003);
  const view = viewOf(places);
  const thing = scenes[category] ?? places.pick(others);
  const shapes = `${room(view)}${thing(view, places, mended)}`;
  const svg = `<svg width="${pixels.width}" height="${pixels.height}" viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg">
    <rect width="${width}" height="${height}" fill="#555"/><g transform="rotate(${hand.between(-20, 20) / 10} ${width / 2} ${height / 2}) translate(${hand.between(-14, 14)} ${hand.between(-10, 10)}) scale(1.05) translate(-22 -17)">${shapes}</g></svg>`;
  const card = await sharp(await plateOnce(lines))
    .rotate(hand.between(-4, 4), { background: '#00000000' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { data, info } = await sharp(Buffer.from(svg))
    .composite([{ input: card.data, raw: card.info, left: hand.between(326, 348), top: hand.between(34, 56) }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(exposed(data, info, hand), { raw: { width: info.width, height: info.height, channels: 3 } })
    .blur(hand.between(5, 9) / 10)
    .jpeg({ quality: hand.between(70, 82) })
    .withExif({ IFD0: { Make: 'Demo', Model: 'Phone' }, IFD2: { DateTimeOriginal: exifTime(takenAt) } })
    .toBuffer();
}

const printed = new Map<string, Promise<Buffer>>();

function plateOnce(lines: readonly string[]): Promise<Buffer> {
  const key = lines.join('\n');
  const known = printed.get(key) ?? plate(lines);
  printed.set(key, known);
  return known;
}

/** EXIF knows no zone: the camera's clock, which is Shanghai's. */
function exifTime(at: Date): string {
  const local = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10).replaceAll('-', ':')} ${local.slice(11, 19)}`;
}
