import * as enPoints from '@changming/phrases/en/points';
import * as enRisks from '@changming/phrases/en/risks';
import * as zhPoints from '@changming/phrases/zh-CN/points';
import * as zhRisks from '@changming/phrases/zh-CN/risks';

import { wordsOf } from '../../../phone/words.ts';

/** Of the risks' words only what the card shows. */
const zhCN = { phone: zhRisks.phone, levels: zhRisks.levels, measureKinds: zhRisks.measureKinds, sheetKinds: zhPoints.sheetKinds };
const en: Same<typeof zhCN> = {
  phone: enRisks.phone,
  levels: enRisks.levels,
  measureKinds: enRisks.measureKinds,
  sheetKinds: enPoints.sheetKinds,
};

/** The same keys with other sentences. */
type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };

export const useRiskWords = wordsOf<Same<typeof zhCN>>({ 'zh-CN': zhCN, en });
