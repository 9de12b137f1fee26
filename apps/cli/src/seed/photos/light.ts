import type { Random } from '../random.ts';

export type Size = { readonly width: number; readonly height: number };

/** A tone that lies over the picture, stronger or weaker with the distance from where the light stands. */
export type Light = {
  /** For each pixel, row after row: how many steps away it is. */
  readonly steps: Uint8Array;
  /** For each step: what is left of the picture, and what is added to red, green and blue. */
  readonly left: Float32Array;
  readonly added: readonly [Float32Array, Float32Array, Float32Array];
};

type Tone = { readonly tone: readonly [number, number, number]; readonly alpha: number };

const near: Tone = { tone: [255, 246, 220], alpha: 0.34 };
const between: Tone = { tone: [128, 128, 128], alpha: 0.02 };
const far: Tone = { tone: [11, 13, 16], alpha: 0.62 };
const lastStep = 255;
/** So far from the light, in parts of the picture, it is as dark as it gets. */
const reach = 0.95;

/** A lamp above or a window at the side: bright on one side, dark in the corners. */
export function lightOf(size: Size, hand: Random): Light {
  const place = { x: hand.between(20, 80) / 100, y: hand.between(5, 40) / 100 };
  const tones = Array.from({ length: lastStep + 1 }, (_, step) => toneAt(step / lastStep));
  const added = (band: 0 | 1 | 2) => Float32Array.from(tones, ({ tone, alpha }) => tone[band] * alpha);
  return { steps: stepsFrom(place, size), left: Float32Array.from(tones, ({ alpha }) => 1 - alpha), added: [added(0), added(1), added(2)] };
}

function toneAt(distance: number): Tone {
  return distance < 0.5 ? mixed(near, between, distance * 2) : mixed(between, far, distance * 2 - 1);
}

function mixed(from: Tone, to: Tone, part: number): Tone {
  const mix = (low: number, high: number) => low + (high - low) * part;
  const [red, green, blue] = from.tone;
  return { tone: [mix(red, to.tone[0]), mix(green, to.tone[1]), mix(blue, to.tone[2])], alpha: mix(from.alpha, to.alpha) };
}

function stepsFrom(place: { readonly x: number; readonly y: number }, { width, height }: Size): Uint8Array {
  const columns = squaresFrom(place.x, width);
  const rows = squaresFrom(place.y, height);
  const steps = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y += 1) {
    const row = rows[y] ?? 0;
    for (let x = 0; x < width; x += 1, at += 1) steps[at] = Math.min(lastStep, Math.sqrt(row + (columns[x] ?? 0)));
  }
  return steps;
}

/** For each column or row the square of its distance from the light along it, in steps. */
function squaresFrom(place: number, length: number): Float32Array {
  return Float32Array.from({ length }, (_, at) => ((((at + 0.5) / length - place) / reach) * lastStep) ** 2);
}
