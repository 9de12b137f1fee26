import {
  conditions as enConditions,
  fireKinds as enKinds,
  spotAnswers as enAnswers,
  spotItems as enItems,
  spotMissReasons as enMissReasons,
} from '@changming/phrases/en/equipment';
import { phone as enPhone } from '@changming/phrases/en/equipment/phone';
import { conditions, fireKinds, spotAnswers, spotItems, spotMissReasons } from '@changming/phrases/zh-CN/equipment';
import { phone } from '@changming/phrases/zh-CN/equipment/phone';

import { chosenLocale } from '../../../api/locale.ts';
import { sentence, type Translate, wordsOf } from '../../../phone/words.ts';
import type { Piece } from './look.ts';

type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };

/** Of the words of equipment only what the phone shows. */
const zhCN = { phone, conditions, fireKinds, spotAnswers, spotItems, spotMissReasons };
const en: Same<typeof zhCN> = {
  phone: enPhone,
  conditions: enConditions,
  fireKinds: enKinds,
  spotAnswers: enAnswers,
  spotItems: enItems,
  spotMissReasons: enMissReasons,
};

export type EquipmentWords = Translate<Same<typeof zhCN>>;
export const useEquipmentWords = wordsOf<Same<typeof zhCN>>({ 'zh-CN': zhCN, en });

/** The same outside of a screen. */
export function wordsNow(): EquipmentWords {
  const all = chosenLocale() === 'en' ? en : zhCN;
  return (key, values = {}) => sentence(all, key, values);
}

/** 二氧化碳灭火器 F-01 */
export function nameOf({ kind, no }: Pick<Piece, 'kind' | 'no'>, t: EquipmentWords): string {
  return [t(`fireKinds.${kind}`), no].filter((each) => each !== null).join(' ');
}
