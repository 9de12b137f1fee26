import type { Measure } from '../measure.ts';
import type { VetoRule } from '../scheme.ts';
import { fatalities, grave, graveFires, gravesBelow, misreported, unlicensed } from './accident-vetoes.ts';
import { majorsOverdueBy } from './overdue-majors.ts';

/** 一票否决 (11.6). V2 and A1 also limit the unit above, by a finding of its own under `childFatality`. */
export const vetoRuleCodes = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V10', 'childFatality'] as const;
export type VetoRuleCode = (typeof vetoRuleCodes)[number];

const best: Partial<Record<VetoRuleCode, string>> = { V9: 'C', childFatality: 'B' };
const suggests: Partial<Record<VetoRuleCode, Measure>> = {
  V1: fatalities,
  V2: grave,
  V3: misreported,
  V4: majorsOverdueBy(15),
  V6: graveFires,
  V7: unlicensed,
  childFatality: gravesBelow,
};

export const defaultVetoes: VetoRule[] = vetoRuleCodes.map((code) => ({
  code,
  name: null,
  bestGrade: best[code] ?? null,
  suggests: suggests[code] ?? null,
}));
