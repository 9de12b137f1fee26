/** The 35 indicators of 11.4 and the records that each counts. The words are in phrases. */
export const recordsOfIndicators = {
  A1: 'incidents',
  A2: 'incidents',
  A3: 'incidents',
  B1: 'letters',
  B2: 'duties',
  B3: 'inspections',
  B4: 'staffing',
  B5: 'meetings',
  C1: 'risks',
  C2: 'risks',
  C3: 'inspections',
  D1: 'inspections',
  D2: 'hazards',
  D3: 'hazards',
  D4: 'lookBacks',
  D5: 'hazards',
  D6: 'hazards',
  E1: 'training',
  E2: 'training',
  E3: 'training',
  E4: 'certificates',
  E5: 'violations',
  F1: 'equipment',
  F2: 'fireChecks',
  F3: 'fireChecks',
  F4: 'permits',
  F5: 'closingChecks',
  F6: 'dustCleaning',
  G1: 'drills',
  G2: 'drills',
  G3: 'drills',
  H1: 'contractors',
  H2: 'funds',
  H3: 'returns',
  H4: 'reporters',
} as const;

export type IndicatorCode = keyof typeof recordsOfIndicators;
export const indicatorCodes = Object.keys(recordsOfIndicators) as readonly IndicatorCode[];

export type RecordKind = (typeof recordsOfIndicators)[IndicatorCode];

/** 维度 A to H of 11.4. */
export const dimensionCodes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;
export type DimensionCode = (typeof dimensionCodes)[number];

export function isIndicatorCode(code: string): code is IndicatorCode {
  return Object.hasOwn(recordsOfIndicators, code);
}
