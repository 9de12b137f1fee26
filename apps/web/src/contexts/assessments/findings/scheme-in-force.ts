import type { Scheme } from '@changming/domain/assessments';

import type { AssessmentSchemeHead, Finding } from '../queries.ts';

/** The version of a scheme that is in force on a day, or the newest published one when none was yet. */
export function schemeInForce(heads: readonly AssessmentSchemeHead[], code: string, on: string): AssessmentSchemeHead | undefined {
  const published = heads.filter((head) => head.code === code && head.stage === 'published').toSorted((a, b) => b.version - a.version);
  return published.find(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom <= on) ?? published[0];
}

/** What may be chosen as the rule of a finding of this kind. */
export function rulesOf({ bonus, malus, vetoes, indicators }: Scheme, kind: Finding['kind']): string[] {
  const on = indicators.filter((indicator) => indicator.on);
  const given = on.filter(({ source }) => source.kind === 'given');
  const lists = { bonus: bonus.rules, malus: malus.rules, veto: vetoes, correction: on, given } as const;
  return lists[kind].map(({ code }) => code);
}
