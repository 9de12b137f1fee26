import { categories as enCategories, measureTemplates as enTemplates } from '@changming/phrases/en/hazards/causes';
import { phone as enPhone } from '@changming/phrases/en/hazards/phone';
import { refusals as enRefusals } from '@changming/phrases/en/hazards/refusals';
import { requests as enRequests } from '@changming/phrases/en/hazards/requests';
import * as enWords from '@changming/phrases/en/hazards/words';
import { categories, measureTemplates } from '@changming/phrases/zh-CN/hazards/causes';
import { phone } from '@changming/phrases/zh-CN/hazards/phone';
import { refusals } from '@changming/phrases/zh-CN/hazards/refusals';
import { requests } from '@changming/phrases/zh-CN/hazards/requests';
import * as words from '@changming/phrases/zh-CN/hazards/words';

import { type Translate, useLocale, wordsOf } from '../../../phone/words.ts';

/** Of the hazards' words only what the phone shows. */
const zhCN = {
  phone,
  requests,
  voidKinds: words.voidKinds,
  categories,
  measureTemplates,
  toTriage: words.toTriage,
  beforeLack: words.beforeLack,
  stages: words.stages,
  voidedAs: words.voidedAs,
  levels: words.levels,
  steps: words.steps,
  commitments: words.commitments,
  sendBackReasons: words.sendBackReasons,
  suspicions: words.suspicions,
  escalationTargets: words.escalationTargets,
  lookBackResults: words.lookBackResults,
};
const en: Same<typeof zhCN> = {
  phone: enPhone,
  requests: enRequests,
  voidKinds: enWords.voidKinds,
  categories: enCategories,
  measureTemplates: enTemplates,
  toTriage: enWords.toTriage,
  beforeLack: enWords.beforeLack,
  stages: enWords.stages,
  voidedAs: enWords.voidedAs,
  levels: enWords.levels,
  steps: enWords.steps,
  commitments: enWords.commitments,
  sendBackReasons: enWords.sendBackReasons,
  suspicions: enWords.suspicions,
  escalationTargets: enWords.escalationTargets,
  lookBackResults: enWords.lookBackResults,
};

/** The same keys with other sentences. */
type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };

export const useHazardWords = wordsOf<Same<typeof zhCN>>({ 'zh-CN': zhCN, en });
export type HazardWords = Translate<Same<typeof zhCN>>;

/** The sentence the API would refuse an act with, for the grey button; null where the act may be done. */
export function useObjection(): (code: string | null | undefined) => string | null {
  const sentences: Readonly<Record<string, string>> = useLocale() === 'en' ? enRefusals : refusals;
  return (code) => (code === null || code === undefined ? null : (sentences[code] ?? code));
}
