import { onDuty as enOnDuty, watch as enWatch } from '@changming/phrases/en/workforce/watch-phone';
import { onDuty, watch } from '@changming/phrases/zh-CN/workforce/watch-phone';

import { wordsOf } from '../../../phone/words.ts';

type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };

/** Of the words of workforce only those of one's own watch. */
const zhCN = { watch };
const en: Same<typeof zhCN> = { watch: enWatch };

export const useWatchWords = wordsOf<Same<typeof zhCN>>({ 'zh-CN': zhCN, en });

const onDutyWords = { onDuty };
const enOnDutyWords: Same<typeof onDutyWords> = { onDuty: enOnDuty };

/** Of those only who is on duty now. */
export const useOnDutyWords = wordsOf<Same<typeof onDutyWords>>({ 'zh-CN': onDutyWords, en: enOnDutyWords });
