import { findingKinds, findingStages } from '@changming/domain/assessments';
import { unitKinds } from '@changming/domain/units';
import { z } from 'zod';

import { flag, searchOf } from '../../app/search-params.ts';

/** The ranking in the address: the names are those of the contract's filter. */
export const rankingSearch = searchOf({
  unitId: z.uuid(),
  withBelow: flag,
  kind: z.enum(unitKinds),
  status: z.enum(['scored', 'notAssessed', 'insufficientData']),
  grade: z.string().max(40),
  sort: z.enum(['best', 'worst']),
});
export type RankingSearch = z.output<typeof rankingSearch>;

/** 加减分与否决 in the address: the names are those of the contract's filter. */
export const findingsSearch = searchOf({
  unitId: z.uuid(),
  stage: z.enum(findingStages),
  kind: z.enum(findingKinds),
  propose: z.string().max(200),
});

/** 更正 after an upheld appeal, as the address carries it: scheme, period and, of a single line, its indicator. */
export type Correction = { readonly schemeCode: string; readonly period: string; readonly indicator: string | null };

export function correctionText({ schemeCode, period, indicator }: Correction): string {
  return [schemeCode, period, indicator ?? ''].join('~');
}

export function correctionFrom(text: string): Correction {
  const [schemeCode = '', period = '', indicator = ''] = text.split('~');
  return { schemeCode, period, indicator: indicator === '' ? null : indicator };
}

/** Which number of the explanation is open: an indicator with one of its sides, or the records of one of its measures. */
export const explanationSearch = searchOf({
  indicator: z.string().max(40),
  side: z.enum(['numerator', 'denominator']),
  measure: z.string().max(40),
});
export type ExplanationSearch = z.output<typeof explanationSearch>;

/** The address as the question to the API. */
export function resultsFilterOf({ withBelow, ...rest }: RankingSearch) {
  return withBelow === undefined ? rest : { ...rest, withBelow: withBelow ? ('true' as const) : ('false' as const) };
}
