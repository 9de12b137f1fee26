import type { FactorCode } from './factors.ts';
import type { KeyArea } from './key-areas.ts';
import type { HazardLevel } from './levels.ts';
import type { HazardKind } from './sources.ts';

/** What a category proposes. Everything here is confirmed or changed by a person in triage. */
export type CategoryDefaults = {
  /** Name of the pictogram on the chip. */
  readonly icon: string;
  readonly kind: HazardKind;
  readonly keyArea: KeyArea;
  readonly level: Exclude<HazardLevel, 'major'>;
  readonly factor: FactorCode;
  /** 判定依据, by the ids of the clauses in `standards`. */
  readonly clauseIds: readonly string[];
};

/** The first eight are the chips of the phone, in their order. */
export const categoryDefaults = {
  exits: { icon: 'exit', kind: 'site', keyArea: 'fire', level: 'team', factor: '3108', clauseIds: ['FL-28', 'AQSCF-42', 'O61-21'] },
  fireEquipment: {
    icon: 'extinguisher',
    kind: 'site',
    keyArea: 'fire',
    level: 'workshop',
    factor: '2101',
    clauseIds: ['FL-28', 'O61-29', 'O61-31-4'],
  },
  electricity: {
    icon: 'bolt',
    kind: 'site',
    keyArea: 'electricity',
    level: 'workshop',
    factor: '2103',
    clauseIds: ['FL-27', 'GBT13869-5.1.1'],
  },
  openFlame: { icon: 'flame', kind: 'site', keyArea: 'hotWork', level: 'team', factor: '2109', clauseIds: ['FL-21', 'O61-20', 'O61-31-2'] },
  machinery: { icon: 'gear', kind: 'site', keyArea: 'sewing', level: 'workshop', factor: '2102', clauseIds: ['AQSCF-36'] },
  stacking: { icon: 'boxes', kind: 'site', keyArea: 'warehouse', level: 'team', factor: '3103', clauseIds: ['XF1131-6.8', 'O61-25'] },
  chemicals: {
    icon: 'flask',
    kind: 'site',
    keyArea: 'chemicals',
    level: 'workshop',
    factor: '2201',
    clauseIds: ['GB15603-5.2', 'AQSCF-39'],
  },
  other: { icon: 'dots', kind: 'site', keyArea: 'other', level: 'workshop', factor: '2199', clauseIds: [] },
  dust: { icon: 'dust', kind: 'site', keyArea: 'dust', level: 'workshop', factor: '2201', clauseIds: ['O6-18'] },
  gas: { icon: 'valve', kind: 'site', keyArea: 'gas', level: 'workshop', factor: '2201', clauseIds: ['AQSCF-36', 'CNGAS-28'] },
  specialEquipment: {
    icon: 'lift',
    kind: 'site',
    keyArea: 'specialEquipment',
    level: 'unit',
    factor: '2101',
    clauseIds: ['SEL-39', 'SEL-40'],
  },
  confinedSpace: {
    icon: 'manhole',
    kind: 'site',
    keyArea: 'confinedSpace',
    level: 'unit',
    factor: '3102',
    clauseIds: ['GB46768-4.2', 'GB46768-5.2.1'],
  },
  height: { icon: 'ladder', kind: 'site', keyArea: 'other', level: 'workshop', factor: '3105', clauseIds: ['GB30871-8'] },
  building: { icon: 'building', kind: 'site', keyArea: 'other', level: 'unit', factor: '3199', clauseIds: [] },
  signs: { icon: 'sign', kind: 'site', keyArea: 'other', level: 'team', factor: '2113', clauseIds: ['AQSCF-35'] },
  protection: { icon: 'helmet', kind: 'site', keyArea: 'other', level: 'team', factor: '120202', clauseIds: ['AQSCF-45', 'AQSCF-57'] },
  behaviour: { icon: 'person', kind: 'site', keyArea: 'other', level: 'team', factor: '120202', clauseIds: ['AQSCF-57'] },
  contractors: {
    icon: 'handshake',
    kind: 'basicManagement',
    keyArea: 'contractors',
    level: 'unit',
    factor: '4399',
    clauseIds: ['AQSCF-49'],
  },
  certificates: { icon: 'card', kind: 'basicManagement', keyArea: 'other', level: 'unit', factor: '4304', clauseIds: ['AQSCF-30'] },
  training: { icon: 'book', kind: 'basicManagement', keyArea: 'other', level: 'unit', factor: '4304', clauseIds: ['AQSCF-28'] },
  records: { icon: 'clipboard', kind: 'basicManagement', keyArea: 'other', level: 'workshop', factor: '4303', clauseIds: ['AQSCF-41'] },
} as const satisfies Record<string, CategoryDefaults>;

export type HazardCategory = keyof typeof categoryDefaults;
export const hazardCategories = Object.keys(categoryDefaults) as readonly HazardCategory[];
export const phoneCategories = hazardCategories.slice(0, 8);
