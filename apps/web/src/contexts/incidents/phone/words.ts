import { phone as enPhone } from '@changming/phrases/en/incidents/phone';
import { phone } from '@changming/phrases/zh-CN/incidents/phone';

import { wordsOf } from '../../../phone/words.ts';

const zhCN = { phone };
const en: Same<typeof zhCN> = { phone: enPhone };

/** The same keys with other sentences. */
type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };

export const useIncidentWords = wordsOf<Same<typeof zhCN>>({ 'zh-CN': zhCN, en });
