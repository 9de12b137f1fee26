import type { RuleValue } from '@changming/domain/standards';
import type { TFunction } from 'i18next';

import type { RuleInForce, RuleVersion } from './queries.ts';

type Words = TFunction<'standards'>;
type Counts = RuleInForce['counts'];

/** `3 天`, `20%`, `等级保护`. */
export function valueWords(value: RuleValue, counts: Counts, t: Words): string {
  if (typeof value === 'string') return t(`words.${value}` as 'words.dengbao');
  if (counts === 'share') return `${Math.round(value * 1000) / 10}%`;
  return counts === 'perMille' ? `${value}‰` : `${value} ${t(`counts.${counts}`)}`;
}

/** Which part of the work a rule belongs to. */
export function areaWords(ruleId: RuleVersion['ruleId'], t: Words): string {
  return t(`desk.rules.areas.${ruleId.slice(0, ruleId.indexOf('.'))}` as 'desk.rules.areas.hazards');
}

export function validityWords({ from, to }: { readonly from: string; readonly to: string | null }, t: Words): string {
  return to === null ? t('desk.validity.from', { from }) : t('desk.validity.span', { from, to });
}

export function basisWords({ source, article }: Pick<RuleVersion, 'source' | 'article'>): string {
  return article === null ? source : `${source} ${article}`;
}

/** How a version stands on a day. */
export function stateOn({ from, to }: { readonly from: string; readonly to: string | null }, on: string): 'holds' | 'past' | 'coming' {
  if (from > on) return 'coming';
  return to === null || on < to ? 'holds' : 'past';
}
