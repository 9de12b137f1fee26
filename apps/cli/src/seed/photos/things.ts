import type { Random } from '../random.ts';
import type { View } from './room.ts';

/** What stands in the room, with the hazard or without it. */
export type Thing = (view: View, random: Random, mended: boolean) => string;

const box = (x: number, y: number, size: number, tone: string) => `
  <rect x="${x}" y="${y - size}" width="${size * 1.25}" height="${size}" fill="${tone}" stroke="#5a4630" stroke-width="3"/>
  <path d="M${x} ${y - size * 0.55} h${size * 1.25}" stroke="#c8b089" stroke-width="${size * 0.12}"/>`;

const tones = ['#b98d55', '#a97e4a', '#c59a62', '#96703f'] as const;

function pile(x: number, y: number, { random, count }: { random: Random; count: number }): string {
  return Array.from({ length: count }, (_, n) => {
    const size = random.between(70, 105);
    return box(x + (n % 3) * random.between(84, 104) - (n > 2 ? -30 : 0), y - Math.floor(n / 3) * 84, size, random.pick(tones));
  }).join('');
}

/** 安全出口: a door with its green sign; cartons before it, or a clear way. */
export const exitDoor: Thing = ({ horizon, vanish }, random, mended) => `
  <rect x="${vanish - 95}" y="${horizon - 235}" width="190" height="246" fill="#6f7d86" stroke="#48535a" stroke-width="7"/>
  <path d="M${vanish} ${horizon - 235} v246" stroke="#48535a" stroke-width="5"/>
  <rect x="${vanish - 62}" y="${horizon - 285}" width="124" height="40" rx="4" fill="#11803f"/>
  <path d="M${vanish - 40} ${horizon - 265} h52 m-14 -10 l14 10 l-14 10" stroke="#fff" stroke-width="6" fill="none"/>
  ${mended ? '' : pile(vanish - 130, horizon + 110, { random, count: random.between(4, 7) })}`;

/** 灭火器: two on their stand; one missing and rags before them, or both in place. */
export const extinguishers: Thing = ({ horizon, vanish }, random, mended) => {
  const one = (x: number) => `
    <rect x="${x}" y="${horizon - 70}" width="46" height="130" rx="20" fill="#b3201f"/>
    <rect x="${x + 14}" y="${horizon - 92}" width="18" height="26" fill="#222"/>
    <path d="M${x + 30} ${horizon - 86} q44 10 26 90" stroke="#111" stroke-width="8" fill="none"/>
    <rect x="${x + 8}" y="${horizon - 20}" width="30" height="40" fill="#f3e9d2"/>`;
  return `<rect x="${vanish - 110}" y="${horizon + 56}" width="240" height="20" fill="#444"/>
    ${one(vanish - 80)}${mended ? one(vanish + 20) : pile(vanish + 10, horizon + 130, { random, count: 2 })}`;
};

/** 配电箱: its door open and wires hanging out, or closed with its sign. */
export const switchBox: Thing = ({ horizon, vanish }, random, mended) => {
  const wires = Array.from({ length: 6 }, (_, n) => {
    const x = vanish - 50 + n * 20;
    return `<path d="M${x} ${horizon - 70} q${random.between(-50, 50)} ${random.between(60, 110)} ${random.between(-30, 40)} ${random.between(130, 190)}" stroke="${random.pick(['#c22', '#225fc2', '#d9a400', '#222'])}" stroke-width="6" fill="none"/>`;
  });
  return `<rect x="${vanish - 90}" y="${horizon - 240}" width="180" height="180" fill="#9aa3a6" stroke="#5d6568" stroke-width="6"/>
    ${
      mended
        ? `<path d="M${vanish - 10} ${horizon - 200} l-24 46 h22 l-12 44 40 -58 h-24 l20 -32 z" fill="#e0ad12"/>`
        : `<rect x="${vanish - 72}" y="${horizon - 222}" width="144" height="144" fill="#33383a"/>${wires.join('')}
           <polygon points="${vanish + 90},${horizon - 240} ${vanish + 170},${horizon - 212} ${vanish + 170},${horizon - 40} ${vanish + 90},${horizon - 60}" fill="#878f92"/>`
    }`;
};

/** 缝纫设备: a row of machines; a belt guard missing, or in its place. */
export const machine: Thing = ({ horizon, vanish }, _random, mended) => `
  <rect x="${vanish - 220}" y="${horizon + 40}" width="440" height="26" fill="#c7b899"/>
  <path d="M${vanish - 200} ${horizon + 66} v130 M${vanish + 200} ${horizon + 66} v130" stroke="#4b5257" stroke-width="16"/>
  <path d="M${vanish - 150} ${horizon + 40} v-90 q0 -34 34 -34 h150 q30 0 30 40 v84 h-36 v-58 h-120 v58 z" fill="#e9ecee" stroke="#7b868c" stroke-width="5"/>
  <circle cx="${vanish + 110}" cy="${horizon - 20}" r="52" fill="#3d4448"/><circle cx="${vanish + 110}" cy="${horizon - 20}" r="15" fill="#a9b1b5"/>
  <path d="M${vanish + 82} ${horizon + 20} L${vanish + 96} ${horizon + 150} M${vanish + 142} ${horizon + 16} L${vanish + 124} ${horizon + 150}" stroke="#1c1f21" stroke-width="9"/>
  ${mended ? `<rect x="${vanish + 44}" y="${horizon - 86}" width="136" height="220" rx="22" fill="#d9771a" fill-opacity="0.95"/>` : ''}`;

/** 仓储堆放: bales too close to the lamp and leaning, or stacked low with their distance kept. */
export const stack: Thing = ({ horizon, vanish }, random, mended) => {
  const rows = mended ? 2 : 5;
  const bales = Array.from({ length: rows * 3 }, (_, n) => {
    const lean = mended ? 0 : Math.floor(n / 3) * random.between(4, 14);
    return `<rect x="${vanish - 210 + (n % 3) * 136 + lean}" y="${horizon + 60 - Math.floor(n / 3) * 78}" width="126" height="72" rx="8" fill="${random.pick(['#a8b8c4', '#93a7b5', '#b7c3cb'])}" stroke="#5f707c" stroke-width="3"/>`;
  });
  return `<rect x="${vanish - 230}" y="${horizon + 132}" width="450" height="18" fill="#8a6a3f"/>${bales.join('')}`;
};

/** 化学品: open drums without labels, or a cabinet. */
export const drums: Thing = ({ horizon, vanish }, random, mended) => {
  const drum = (x: number) =>
    `<rect x="${x}" y="${horizon - 40}" width="96" height="150" rx="12" fill="${random.pick(['#27598f', '#2b6b6b', '#7a3b2c'])}"/><ellipse cx="${x + 48}" cy="${horizon - 40}" rx="48" ry="14" fill="#16222c"/>`;
  return mended
    ? `<rect x="${vanish - 150}" y="${horizon - 170}" width="300" height="280" fill="#e3c13c" stroke="#8d7620" stroke-width="6"/><path d="M${vanish} ${horizon - 170} v280" stroke="#8d7620" stroke-width="5"/>
       <polygon points="${vanish - 75},${horizon - 110} ${vanish - 35},${horizon - 40} ${vanish - 115},${horizon - 40}" fill="#fff" stroke="#b3201f" stroke-width="7"/>`
    : `${drum(vanish - 170)}${drum(vanish - 50)}${drum(vanish + 70)}<ellipse cx="${vanish}" cy="${horizon + 150}" rx="170" ry="26" fill="#1b2a22" fill-opacity="0.5"/>`;
};

/** 充绒积尘: fluff on ledge and floor, or swept. */
export const fluff: Thing = ({ horizon, vanish }, random, mended) => {
  const flakes = Array.from(
    { length: mended ? 6 : 190 },
    () =>
      `<ellipse cx="${random.between(40, 920)}" cy="${random.between(horizon - 30, 700)}" rx="${random.between(6, 26)}" ry="${random.between(4, 12)}" fill="#f4f2ec" fill-opacity="${random.between(35, 85) / 100}"/>`,
  );
  return `<path d="M${vanish - 250} 120 h500 v44 h-500 z" fill="#aab2b6" stroke="#747e84" stroke-width="4"/>
    <rect x="${vanish - 60}" y="164" width="120" height="${horizon - 90}" fill="#b9c1c5" stroke="#747e84" stroke-width="4"/>${flakes.join('')}`;
};
