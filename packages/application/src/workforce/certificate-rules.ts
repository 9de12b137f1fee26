import type { Tx } from '@changming/database';
import { type CertificateDays, type CertificateKind, type CertificateRules, defaultCertificateDays } from '@changming/domain/workforce';
import type { RuleId } from '@changming/domain/standards';

import { ruleBook, rulesFor, type RulesInForce } from '../standards/index.ts';

type InForce = CertificateRules & { readonly days: CertificateDays };
type Bound = { readonly unitId?: string; readonly on: string };

/** What binds the certificates of a unit's people on a day; where no rule speaks, what the law said when this was written. */
export async function certificateRulesFor(tx: Tx, bound: Bound): Promise<InForce> {
  return inForce(await rulesFor(tx, bound));
}

/** The same for many units: the rules are read once. */
export async function certificateRuleBook(tx: Tx): Promise<(bound: Bound) => Promise<InForce>> {
  const book = await ruleBook(tx);
  return async (bound) => inForce(await book(bound));
}

const yearsOf: Readonly<Record<CertificateKind, { readonly rule: RuleId; readonly years: number } | null>> = {
  specialOperation: { rule: 'workforce.certificateYearsOperation', years: 6 },
  specialEquipment: { rule: 'workforce.certificateYearsEquipment', years: 4 },
  fireFacility: null,
  safetyManager: { rule: 'workforce.certificateYearsManager', years: 3 },
  safetyEngineer: { rule: 'workforce.certificateYearsEngineer', years: 5 },
};

function inForce({ number }: RulesInForce): InForce {
  const years = Object.fromEntries(
    Object.entries(yearsOf).map(([kind, of]) => [kind, of === null ? null : (number(of.rule) ?? of.years)]),
  ) as Record<CertificateKind, number | null>;
  return {
    years,
    reviewYears: number('workforce.certificateReviewYears') ?? 3,
    reviewYearsLong: number('workforce.certificateReviewYearsLong') ?? 6,
    applyDays: number('workforce.certificateApplyDays') ?? 60,
    applyMonthsEquipment: number('workforce.certificateApplyMonthsEquipment') ?? 1,
    days: reminderDays(number),
  };
}

const aheadRules = [
  'workforce.certificateRemindFirstDays',
  'workforce.certificateRemindAgainDays',
  'workforce.certificateRemindThirdDays',
  'workforce.certificateRemindLastDays',
] as const;

function reminderDays(number: RulesInForce['number']): CertificateDays {
  const { ahead, unitHead, parent } = defaultCertificateDays;
  return {
    ahead: [...aheadRules.map((rule, at) => number(rule) ?? ahead[at] ?? 0), 0],
    unitHead: number('workforce.certificateUnitHeadDays') ?? unitHead,
    parent: number('workforce.certificateParentDays') ?? parent,
  };
}

/** From how many days before its due day a certificate counts as due soon. */
export async function certificateSoonDays(tx: Tx, on: string): Promise<number> {
  return Math.max(...(await certificateRulesFor(tx, { on })).days.ahead);
}
