import type { Scheme, SchemeFault, SchemeIndicator } from '@changming/domain/assessments';

import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { type SchemeWords, short, type Words } from '../words.ts';

/** `85%` of a share as text, without the faults of binary fractions. */
export function percent(share: string): string {
  return `${short(String(Number(share) * 100))}%`;
}

function bare(share: string): string {
  return short(String(Number(share) * 100));
}

function bareMille(share: string): string {
  return short(String(Number(share) * 1000));
}

/** Below this a share is written in thousandths, as 千人受伤率 is. */
const perMilleBelow = 0.01;

/** How a value becomes points. */
export function byWords({ by }: SchemeIndicator, t: Words): string {
  if (by.fn === 'lin') return t('desk.scheme.by.lin', { lo: bare(by.lo), hi: bare(by.hi) });
  if (by.fn === 'neg' && Number(by.bad) < perMilleBelow)
    return t('desk.scheme.by.negPerMille', { good: bareMille(by.good), bad: bareMille(by.bad) });
  if (by.fn === 'neg') return t('desk.scheme.by.neg', { good: bare(by.good), bad: bare(by.bad) });
  if (by.fn === 'deduct') return t('desk.scheme.by.deduct');
  return by.steps.map(({ atLeast, gives }) => t('desk.scheme.by.step', { atLeast: bare(atLeast), gives: bare(gives) })).join('；');
}

/** What happens when there was nothing to count. */
export function zeroWords({ zero }: SchemeIndicator, words: SchemeWords, t: Words): string {
  if (typeof zero === 'string') return t(`desk.scheme.zeros.${zero}`);
  if ('zeroIf' in zero) return t('desk.scheme.zeros.zeroIf');
  if ('naIf' in zero) return t('desk.scheme.zeros.naIf');
  if ('fullUnless' in zero) return t('desk.scheme.zeros.fullUnless');
  return t('desk.scheme.zeros.fullIf', { indicator: `${zero.fullIf} ${words.indicator(zero.fullIf)}`, share: percent(zero.atLeast) });
}

export type Param = { readonly name: string; readonly value: string | number | boolean | null };

export function paramsOf({ source }: SchemeIndicator): Param[] {
  return source.kind === 'built' ? Object.entries(source.params).map(([name, value]) => ({ name, value })) : [];
}

const params = ['lookBacksAtLeast', 'graceDays', 'smallBelow', 'smallRate', 'days'] as const;

export function paramName(name: string, t: Words): string {
  return params.some((known) => known === name) ? t(`desk.scheme.params.${name as (typeof params)[number]}`) : name;
}

/** The value as a person writes it: a rate of injuries in thousandths. */
export function paramValue({ name, value }: Param): string {
  return name === 'smallRate' ? `${bareMille(String(value))}‰` : String(value);
}

export function faultWords({ fault, facts }: SchemeFault): string {
  return refusalSentence(`assessments.${fault}`, facts);
}

/** Whether the sentence of a fault belongs to the row of this indicator. */
export function isOfIndicator({ fault, facts }: SchemeFault, code: string): boolean {
  return facts['code'] === code && fault !== 'code_twice';
}

export function isOfBands({ fault }: SchemeFault): boolean {
  return fault === 'band_gap' || fault === 'band_overlap' || fault === 'band_outside';
}

/** The weights that are switched on, added up. */
export function weightOn(indicators: Scheme['indicators']): string {
  return short(String(indicators.filter(({ on }) => on).reduce((sum, { weight }) => sum + Number(weight), 0)));
}
