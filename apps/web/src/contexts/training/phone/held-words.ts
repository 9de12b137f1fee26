import {
  categories as enCategories,
  causes as enCauses,
  dedicatedCauses as enDedicated,
  levels as enLevels,
} from '@changming/phrases/en/training/held';
import { heldPhone as enPhone } from '@changming/phrases/en/training/held-phone';
import { categories, causes, dedicatedCauses, levels } from '@changming/phrases/zh-CN/training/held';
import { heldPhone } from '@changming/phrases/zh-CN/training/held-phone';

import { wordsOf } from '../../../phone/words.ts';

type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };

const zhCN = { phone: heldPhone, categories, causes, dedicatedCauses, levels };
const en: Same<typeof zhCN> = {
  phone: enPhone,
  categories: enCategories,
  causes: enCauses,
  dedicatedCauses: enDedicated,
  levels: enLevels,
};

export const useHeldWords = wordsOf<Same<typeof zhCN>>({ 'zh-CN': zhCN, en });
