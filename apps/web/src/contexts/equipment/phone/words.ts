import {
  conditions as enConditions,
  fireKinds as enKinds,
  spotAnswers as enAnswers,
  spotItems as enItems,
} from '@changming/phrases/en/equipment';
import { phone as enPhone } from '@changming/phrases/en/equipment/phone';
import { conditions, fireKinds, spotAnswers, spotItems } from '@changming/phrases/zh-CN/equipment';
import { phone } from '@changming/phrases/zh-CN/equipment/phone';

import { wordsOf } from '../../../phone/words.ts';

type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };

/** Of the words of equipment only what the phone shows. */
const zhCN = { phone, conditions, fireKinds, spotAnswers, spotItems };
const en: Same<typeof zhCN> = {
  phone: enPhone,
  conditions: enConditions,
  fireKinds: enKinds,
  spotAnswers: enAnswers,
  spotItems: enItems,
};

export const useEquipmentWords = wordsOf<Same<typeof zhCN>>({ 'zh-CN': zhCN, en });
