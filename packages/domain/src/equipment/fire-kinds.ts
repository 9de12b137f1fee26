/** 消防器材和设施. */
export const fireKinds = [
  'powderPortable',
  'powderWheeled',
  'water',
  'foam',
  'co2',
  'cleanGas',
  'indoorHydrant',
  'outdoorHydrant',
  'hose',
  'emergencyLight',
  'exitSign',
  'breathingApparatus',
  'alarm',
  'sprinkler',
  'pump',
  'waterTank',
  'fireDoor',
  'microStation',
  'other',
] as const;
export type FireKind = (typeof fireKinds)[number];

/** What an extinguisher is filled with: the periods of service and scrap go by it. Null for whatever is no extinguisher. */
export const agents = ['water', 'powder', 'cleanGas', 'co2'] as const;
export type Agent = (typeof agents)[number];

const agentsOf: Readonly<Partial<Record<FireKind, Agent>>> = {
  powderPortable: 'powder',
  powderWheeled: 'powder',
  water: 'water',
  foam: 'water',
  co2: 'co2',
  cleanGas: 'cleanGas',
};

export function agentOf(kind: FireKind): Agent | null {
  return agentsOf[kind] ?? null;
}

/** 完好、压力不足、损坏、缺失、待报废、已报废. What is `scrapped` has left the ledger. */
export const fireConditions = ['intact', 'pressureLow', 'damaged', 'missing', 'awaitingScrap', 'scrapped'] as const;
export type FireCondition = (typeof fireConditions)[number];

/** 点检、维修（充装）、年度检测. */
export const fireCheckKinds = ['spot', 'service', 'test'] as const;
export type FireCheckKind = (typeof fireCheckKinds)[number];

/** 疏散通道、消防泵运行、建筑消防设施年度检测: rounds of a place, not of one piece of equipment. */
export const placeCheckKinds = ['passage', 'pumpRun', 'facilities'] as const;
export type PlaceCheckKind = (typeof placeCheckKinds)[number];

/** What a look-over asks (GB 50444-2008 5.2): each is right, wrong, or does not apply. */
export const spotItems = ['inPlace', 'pressure', 'seal', 'body', 'label', 'unblocked'] as const;
export type SpotItem = (typeof spotItems)[number];

const words: readonly { readonly word: RegExp; readonly kind: FireKind }[] = [
  { word: /推车.*干粉|干粉.*推车/u, kind: 'powderWheeled' },
  { word: /干粉.*手提|手提.*干粉/u, kind: 'powderPortable' },
  { word: /水基|清水/u, kind: 'water' },
  { word: /泡沫灭火器|手提.*泡沫/u, kind: 'foam' },
  { word: /二氧化碳|co2/u, kind: 'co2' },
  { word: /洁净气体|七氟丙烷|六氟丙烷/u, kind: 'cleanGas' },
  { word: /室外.*(消火栓|消防栓)|地上栓|地下栓/u, kind: 'outdoorHydrant' },
  { word: /消火栓|消防栓/u, kind: 'indoorHydrant' },
  { word: /水带|水龙带/u, kind: 'hose' },
  { word: /应急.*灯|照明灯/u, kind: 'emergencyLight' },
  { word: /疏散指示|安全出口|指示灯|指示标志/u, kind: 'exitSign' },
  { word: /呼吸器/u, kind: 'breathingApparatus' },
  { word: /喷淋|喷头|末端试水/u, kind: 'sprinkler' },
  { word: /报警|探测器|感烟|感温/u, kind: 'alarm' },
  { word: /消防.*泵|水泵|稳压泵/u, kind: 'pump' },
  { word: /水箱|水池/u, kind: 'waterTank' },
  { word: /防火门|防火卷帘|卷帘/u, kind: 'fireDoor' },
  { word: /微型消防站/u, kind: 'microStation' },
];

/** Codes of GA 139 on the label: MF powder, MFT on wheels, MS water, MP foam, MT CO₂, MJ clean gas; SN and SS are hydrants. */
const codes: readonly { readonly code: RegExp; readonly kind: FireKind }[] = [
  { code: /^mft/u, kind: 'powderWheeled' },
  { code: /^mf/u, kind: 'powderPortable' },
  { code: /^ms/u, kind: 'water' },
  { code: /^mp/u, kind: 'foam' },
  { code: /^mt/u, kind: 'co2' },
  { code: /^mj/u, kind: 'cleanGas' },
  { code: /^sn/u, kind: 'indoorHydrant' },
  { code: /^s[sa]\d/u, kind: 'outdoorHydrant' },
];

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}

/** The kind that a name tells by itself; null for a mere 灭火器 or 干粉灭火器, of which there are several. */
export function fireKindOfName(name: string): FireKind | null {
  return words.find(({ word }) => word.test(bare(name)))?.kind ?? null;
}

/** The kind that the model code on the label tells. */
export function fireKindOfModel(model: string): FireKind | null {
  return codes.find(({ code }) => code.test(bare(model)))?.kind ?? null;
}
