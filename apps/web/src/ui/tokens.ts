/**
 * The design language as values: `docs/design-language.md` gives the reasons. Everything that has a colour, a size or
 * a distance takes it from here, through the antd theme (`theme.ts`) or the CSS variables (`tokens.css`).
 */

/** Ink is the ground the work stands on; the lamp is the one brand colour and belongs to the shell alone. */
export const ink = {
  deep: '#16211f',
  raised: '#20302d',
  line: '#31433f',
  text: '#c9d3cf',
  quiet: '#93a29d',
  bright: '#f4f1ea',
} as const;

export const lamp = { flame: '#f4b454', light: '#ffe9c2' } as const;

export const paper = { ground: '#f7f5f0', sheet: '#ffffff', sunken: '#efede7', line: '#e2ded5', edge: '#868e8b' } as const;

export const text = { strong: '#1c2422', quiet: '#566260', faint: '#68726f' } as const;

/** What can be pressed. A pine ink: neither a risk colour nor the lamp. */
export const action = { base: '#1c5852', hover: '#2a6e66', pressed: '#123f3a', tint: '#e8f0ee', on: '#ffffff' } as const;

/** 红、橙、黄、蓝: kept for the level of a risk or hazard, and always beside the word that names the level. */
export const risk = {
  red: { solid: '#c4161c', on: '#ffffff', tint: '#fcebea', text: '#a80f15' },
  orange: { solid: '#bf5000', on: '#ffffff', tint: '#fdf0e4', text: '#a34400' },
  yellow: { solid: '#f2c200', on: '#2b2200', tint: '#fef8dc', text: '#6b5200' },
  blue: { solid: '#1a5fb4', on: '#ffffff', tint: '#e9f1fb', text: '#154e96' },
} as const;
export type RiskColour = keyof typeof risk;

/** How a thing stands. `alert` is a rouge, so that a mistake or a missed day is never read as a red risk. */
export const tone = {
  neutral: { text: '#4d5856', tint: '#efede7', solid: '#4d5856' },
  moving: { text: '#1c5852', tint: '#e8f0ee', solid: '#1c5852' },
  waiting: { text: '#75561a', tint: '#f8f1e1', solid: '#8a6516' },
  done: { text: '#2c6b4c', tint: '#e9f3ed', solid: '#2c6b4c' },
  alert: { text: '#97275c', tint: '#faedf3', solid: '#97275c' },
} as const;
export type Tone = keyof typeof tone;

/**
 * Charts: one ramp from dark to light for what is good, a rouge for what is not, each with a pattern of its own (`stripe` on top);
 * `second` is what a line is compared with, and is dashed.
 */
export const chart = {
  best: '#1c5852',
  good: '#4f8a80',
  fair: '#b08a3c',
  poor: '#97275c',
  veto: '#3a1230',
  second: '#8a6516',
  stripe: '#f7f5f0',
} as const;

/** Fonts of the system only: a Chinese web font weighs megabytes. */
export const font = {
  family:
    "'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', system-ui, sans-serif",
  mono: "ui-monospace, 'SF Mono', 'Cascadia Mono', Consolas, 'Noto Sans Mono', monospace",
} as const;

/** px */
export const size = { note: 12, small: 13, body: 14, lead: 16, title: 20, figure: 28, phone: 17 } as const;

/** px, multiples of four */
export const space = { hair: 4, tight: 8, snug: 12, base: 16, loose: 24, wide: 32, far: 48 } as const;

/** px */
export const radius = { control: 6, card: 10, phone: 14 } as const;

/** px; `touch` is the least height of what a gloved thumb presses. */
export const height = { control: 32, header: 52, touch: 52, tabs: 60 } as const;
