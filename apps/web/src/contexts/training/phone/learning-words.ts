import { learningPhone as enPhone } from '@changming/phrases/en/training/learning-phone';
import {
  seatStates as enStates,
  truths as enTruths,
  violationKinds as enKinds,
  violationStandings as enStandings,
} from '@changming/phrases/en/training/learning-words';
import { learningPhone } from '@changming/phrases/zh-CN/training/learning-phone';
import { seatStates, truths, violationKinds, violationStandings } from '@changming/phrases/zh-CN/training/learning-words';

import { wordsOf } from '../../../phone/words.ts';

type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };

/** Of the words of training only what these screens show. */
const zhCN = { ...learningPhone, seatStates, truths, violationKinds, violationStandings };
const en: Same<typeof zhCN> = {
  ...enPhone,
  seatStates: enStates,
  truths: enTruths,
  violationKinds: enKinds,
  violationStandings: enStandings,
};

export const useLearningWords = wordsOf<Same<typeof zhCN>>({ 'zh-CN': zhCN, en });
