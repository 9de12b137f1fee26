/** 特种设备类别 as the law sorts them; a simple air tank (简单压力容器) apart, for it needs no periodic inspection within its design life. */
export const specialCategories = [
  'boiler',
  'pressureVessel',
  'simpleVessel',
  'pressurePipe',
  'lift',
  'forklift',
  'crane',
  'other',
] as const;
export type SpecialCategory = (typeof specialCategories)[number];

/** 在用、停用、报废. */
export const specialStates = ['inUse', 'outOfUse', 'scrapped'] as const;
export type SpecialState = (typeof specialStates)[number];

/** 使用登记: done, under way, or not stated. */
export const registrations = ['registered', 'pending', 'unstated'] as const;
export type Registration = (typeof registrations)[number];

/** 监督检验、定期检验、年度检查、自行检测. */
export const inspectionKinds = ['supervision', 'periodic', 'annual', 'self'] as const;
export type InspectionKind = (typeof inspectionKinds)[number];

/** 合格、不合格, or under way (年检中). */
export const inspectionResults = ['passed', 'failed', 'underWay'] as const;
export type InspectionResult = (typeof inspectionResults)[number];

const words: readonly { readonly word: RegExp; readonly category: SpecialCategory }[] = [
  { word: /锅炉|boiler/u, category: 'boiler' },
  { word: /电梯|扶梯|升降机|\blift\b|elevator/u, category: 'lift' },
  { word: /叉车|场内机动车|厂内机动车|观光车|forklift/u, category: 'forklift' },
  { word: /起重|行车|天车|吊车|电动葫芦|crane|hoist/u, category: 'crane' },
  { word: /管道|pipe/u, category: 'pressurePipe' },
  { word: /简单压力容器|储气罐|贮气罐|air tank|receiver/u, category: 'simpleVessel' },
  { word: /容器|染色机|烘筒|灭菌|蒸箱|蒸缸|分汽缸|储罐|vessel|autoclave/u, category: 'pressureVessel' },
];

/** The category that the name of a machine tells: `高温高压染色机` is a pressure vessel; null when it tells none. */
export function categoryOfName(name: string): SpecialCategory | null {
  const bare = name.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
  return words.find(({ word }) => word.test(bare))?.category ?? null;
}
