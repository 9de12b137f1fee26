import { watch as enWatch } from '@changming/phrases/en/workforce/watch-phone';
import { watch } from '@changming/phrases/zh-CN/workforce/watch-phone';

import { wordsOf } from '../../../phone/words.ts';

type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };

/** Of the words of workforce only those of one's own watch. */
const zhCN = { watch };
const en: Same<typeof zhCN> = { watch: enWatch };

export const useWatchWords = wordsOf<Same<typeof zhCN>>({ 'zh-CN': zhCN, en });
