const human = ['1101', '1102', '1103', '1104', '1105', '1199', '120101', '120102', '120201', '120202', '1203', '1299'] as const;

const physical = [
  '2101',
  '2102',
  '2103',
  '2104',
  '2105',
  '2106',
  '2107',
  '2108',
  '2109',
  '2110',
  '2111',
  '2112',
  '2113',
  '2114',
  '2115',
  '2199',
] as const;
const chemicalAndBiological = ['2201', '2202', '2299', '2301', '2302', '2303', '2304', '2399'] as const;

const indoors = [
  '3101',
  '3102',
  '3103',
  '3104',
  '3105',
  '3106',
  '3107',
  '3108',
  '3109',
  '3110',
  '3111',
  '3112',
  '3113',
  '3114',
  '3199',
] as const;
const outdoorsAndOther = [
  '3201',
  '3202',
  '3203',
  '3204',
  '3205',
  '3206',
  '3207',
  '3208',
  '3209',
  '3210',
  '3211',
  '3212',
  '3213',
  '3214',
  '3215',
  '3216',
  '3217',
  '3218',
  '3299',
  '33',
  '3901',
  '3902',
] as const;

const management = [
  '41',
  '42',
  '4301',
  '4302',
  '4303',
  '4304',
  '4305',
  '4306',
  '4399',
  '44',
  '4601',
  '4602',
  '4603',
  '4604',
  '4605',
  '4606',
  '4699',
  '49',
] as const;

/**
 * 危险和有害因素 by GB/T 13861-2022, as deep as the pick lists go: 2 digits where the standard names no smaller class
 * that people choose, 4 digits otherwise, 6 digits for 指挥 and 操作. There is no 45.
 */
export const factorCodes = [...human, ...physical, ...chemicalAndBiological, ...indoors, ...outdoorsAndOther, ...management] as const;
export type FactorCode = (typeof factorCodes)[number];

/** 人、物、环境、管理. */
export const factorClasses = { human: '1', material: '2', environment: '3', management: '4' } as const;
export type FactorClass = keyof typeof factorClasses;

export const factorSubclasses = ['11', '12', '21', '22', '23', '31', '32', '33', '39', '41', '42', '43', '44', '46', '49'] as const;
export type FactorSubclass = (typeof factorSubclasses)[number];

export function factorClassOf(code: FactorCode): FactorClass {
  const names = Object.keys(factorClasses) as FactorClass[];
  const found = names.find((name) => code.startsWith(factorClasses[name]));
  if (found === undefined) throw new RangeError(`no factor class for ${code}`);
  return found;
}

export function subclassOf(code: FactorCode): FactorSubclass {
  const found = factorSubclasses.find((subclass) => code.startsWith(subclass));
  if (found === undefined) throw new RangeError(`no factor subclass for ${code}`);
  return found;
}
