import { phone as enPhone } from '@changming/phrases/en/actions/phone';
import { phone } from '@changming/phrases/zh-CN/actions/phone';

import { wordsOf } from '../../../phone/words.ts';

type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };

/** Of the words of actions only those of the phone. */
export const useActionWords = wordsOf<Same<typeof phone>>({ 'zh-CN': phone, en: enPhone });
