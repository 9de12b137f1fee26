import { categories as enCategories } from '@changming/phrases/en/hazards/causes';
import { phone as enPhone } from '@changming/phrases/en/inspections/phone';
import * as enWords from '@changming/phrases/en/inspections/words';
import { categories } from '@changming/phrases/zh-CN/hazards/causes';
import { phone } from '@changming/phrases/zh-CN/inspections/phone';
import * as words from '@changming/phrases/zh-CN/inspections/words';

import { chosenLocale } from '../../../api/locale.ts';
import { sentence, type Translate, wordsOf } from '../../../phone/words.ts';

type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };

/** Of the words of checks only what the phone shows. */
const zhCN = { phone, verdicts: words.verdicts, shifts: words.shifts, timings: words.timings, categories };
const en: Same<typeof zhCN> = {
  phone: enPhone,
  verdicts: enWords.verdicts,
  shifts: enWords.shifts,
  timings: enWords.timings,
  categories: enCategories,
};

export type CheckWords = Translate<Same<typeof zhCN>>;
export const useCheckWords = wordsOf<Same<typeof zhCN>>({ 'zh-CN': zhCN, en });

/** The same outside of a screen. */
export function wordsNow(): CheckWords {
  const all = chosenLocale() === 'en' ? en : zhCN;
  return (key, values = {}) => sentence(all, key, values);
}
