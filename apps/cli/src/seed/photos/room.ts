import type { Random } from '../random.ts';

export const width = 960;
export const height = 720;

/** Where the camera stood: both photos of a pair share it but for a small shift of the hand. */
export type View = { readonly horizon: number; readonly vanish: number; readonly wall: string; readonly floor: string };

const walls = ['#c9c6bb', '#b9c2c4', '#d0c8b6', '#bfc4b4'] as const;
const floors = ['#8a8f88', '#7d8a80', '#94897a', '#6f7c86'] as const;

export function viewOf(random: Random): View {
  return { horizon: random.between(300, 380), vanish: random.between(380, 580), wall: random.pick(walls), floor: random.pick(floors) };
}

/** A workshop: back wall, floor with marked lane, ceiling lamps, a window. */
export function room({ horizon, vanish, wall, floor }: View): string {
  const lane = (shift: number) =>
    `M ${vanish + shift * 0.15} ${horizon} L ${vanish + shift} ${height} L ${vanish + shift + 26} ${height} L ${vanish + shift * 0.15 + 4} ${horizon} Z`;
  const lamps = [-260, 0, 260].map(
    (shift) =>
      `<polygon points="${vanish + shift * 0.5 - 40},40 ${vanish + shift * 0.5 + 40},40 ${vanish + shift * 0.4 + 26},74 ${vanish + shift * 0.4 - 26},74" fill="#fffbe8" fill-opacity="0.9"/>`,
  );
  return `
    <rect width="${width}" height="${horizon}" fill="${wall}"/>
    <rect y="${horizon}" width="${width}" height="${height - horizon}" fill="${floor}"/>
    <rect y="${horizon - 12}" width="${width}" height="12" fill="#00000022"/>
    <path d="${lane(-330)}" fill="#d8b23a"/><path d="${lane(300)}" fill="#d8b23a"/>
    <rect x="70" y="${horizon - 220}" width="150" height="120" fill="#dfeaf2" stroke="#8d969b" stroke-width="6"/>
    <path d="M145 ${horizon - 220} v120 M70 ${horizon - 160} h150" stroke="#8d969b" stroke-width="4"/>
    ${lamps.join('')}`;
}
