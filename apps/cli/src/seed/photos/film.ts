import type { Random } from '../random.ts';
import { lightOf, type Size } from './light.ts';

const specks = 9973;

/**
 * The film: the light of the place, brighter or darker, paler, and a grain over all of it. One pass over the bytes: sharp's own
 * `modulate` takes three times as long, and a gradient in the drawing more than the drawing itself.
 */
export function exposed(data: Buffer, size: Size, hand: Random): Buffer {
  const { steps, left, added } = lightOf(size, hand);
  const [spread, brightness, saturation] = [hand.between(14, 26), hand.between(82, 112) / 100, hand.between(80, 105) / 100];
  const noise = Float32Array.from({ length: specks }, () => (hand.next() + hand.next() - 1) * spread);
  const film = new Uint8ClampedArray(data.byteLength);
  for (let pixel = 0, at = 0; at < film.length; pixel += 1, at += 3) {
    const step = steps[pixel] ?? 0;
    const seen = left[step];
    const red = lit(data[at], seen, added[0][step]);
    const green = lit(data[at + 1], seen, added[1][step]);
    const blue = lit(data[at + 2], seen, added[2][step]);
    const grey = ((red + green + blue) / 3) * (1 - saturation);
    const grain = noise[pixel % specks] ?? 0;
    film[at] = (grey + red * saturation) * brightness + grain;
    film[at + 1] = (grey + green * saturation) * brightness + grain;
    film[at + 2] = (grey + blue * saturation) * brightness + grain;
  }
  return Buffer.from(film.buffer);
}

function lit(value = 0, left = 1, added = 0): number {
  return value * left + added;
}
