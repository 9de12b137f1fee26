import type { Day } from '../kernel/index.ts';

/** GB 6441-2025 生产安全事故分类与编码: its number is its code; 其他 is 99. */
const numbered = {
  struckByObject: 1,
  siteVehicle: 2,
  roadRailVehicle: 3,
  machinery: 4,
  lifting: 5,
  electrocution: 6,
  drowning: 7,
  burnScald: 8,
  fire: 9,
  fallFromHeight: 10,
  fallSameLevel: 11,
  collapse: 12,
  waterInrush: 13,
  vesselExplosion: 14,
  pipeExplosion: 15,
  gasExplosion: 16,
  vapourExplosion: 17,
  dustExplosion: 18,
  civilExplosives: 19,
  fireworks: 20,
  otherSolidExplosion: 21,
  moltenExplosion: 22,
  poisoning: 23,
  suffocation: 24,
  landslide: 25,
  leak: 26,
  other: 99,
} as const;

export type PresentType = keyof typeof numbered;
export const presentTypes = Object.keys(numbered) as readonly PresentType[];

/** GB/T 6441-1986, for events before 2026-07-01; each with what it is today, several when it must be asked. */
const mapping = {
  oldStruckByObject: ['struckByObject'],
  oldVehicle: ['siteVehicle', 'roadRailVehicle'],
  oldMachinery: ['machinery'],
  oldLifting: ['lifting'],
  oldElectrocution: ['electrocution'],
  oldDrowning: ['drowning'],
  oldBurnScald: ['burnScald'],
  oldFire: ['fire'],
  oldFallFromHeight: ['fallFromHeight'],
  oldCollapse: ['collapse'],
  oldRoofFall: ['collapse', 'landslide'],
  oldWaterInrush: ['waterInrush'],
  oldBlasting: ['civilExplosives'],
  oldPowderExplosion: ['civilExplosives', 'fireworks'],
  oldGasExplosion: ['gasExplosion'],
  oldBoilerExplosion: ['vesselExplosion'],
  oldVesselExplosion: ['vesselExplosion'],
  oldOtherExplosion: ['pipeExplosion', 'gasExplosion', 'vapourExplosion', 'dustExplosion', 'otherSolidExplosion'],
  oldPoisoningSuffocation: ['poisoning', 'suffocation'],
  oldOther: ['fallSameLevel', 'other'],
} as const satisfies Record<string, readonly PresentType[]>;

export type LegacyType = keyof typeof mapping;
export const legacyTypes = Object.keys(mapping) as readonly LegacyType[];

export type AccidentType = PresentType | LegacyType;
export const accidentTypes: readonly AccidentType[] = [...presentTypes, ...legacyTypes];

/** The day from which GB 6441-2025 is in force. */
const presentFrom: Day = '2026-07-01';

/** The types of the edition in force on the day of the event. */
export function typesOn(occurredOn: Day): readonly AccidentType[] {
  return occurredOn < presentFrom ? legacyTypes : presentTypes;
}

/** For reports across years: what a type is in the present edition, or null when a person must say which of several. */
export function presentTypeOf(type: AccidentType): PresentType | null {
  const [only, ...others] = isLegacy(type) ? mapping[type] : [type];
  return others.length > 0 || only === undefined ? null : only;
}

/** What a person may choose from when it must be asked. */
export function presentTypesOf(type: AccidentType): readonly PresentType[] {
  return isLegacy(type) ? mapping[type] : [type];
}

function isLegacy(type: AccidentType): type is LegacyType {
  return type in mapping;
}

/** `WSA10004` for 机械致害; only the present edition has codes. */
export function typeCode(type: AccidentType): string | null {
  return isLegacy(type) ? null : `WSA1${String(numbered[type]).padStart(4, '0')}`;
}

type Hurt = { readonly deaths: number; readonly serious: number; readonly minor: number };

/** 伤害程度代码 of the event as a whole: 零伤亡、轻伤、重伤、死亡. */
export function injuryCode({ deaths, serious, minor }: Hurt): string {
  if (deaths > 0) return 'WSA20004';
  if (serious > 0) return 'WSA20003';
  return minor > 0 ? 'WSA20002' : 'WSA20001';
}
