import { letterStates as enLetterStates, states as enStates } from '@changming/phrases/en/responsibilities/words';
import { phone as enPhone } from '@changming/phrases/en/responsibilities/phone';
import { proofs as enProofs } from '@changming/phrases/en/responsibilities/proofs';
import { letterStates, states } from '@changming/phrases/zh-CN/responsibilities/words';
import { phone } from '@changming/phrases/zh-CN/responsibilities/phone';
import { proofs } from '@changming/phrases/zh-CN/responsibilities/proofs';

import { useLocale, wordsOf } from '../../../phone/words.ts';

type Same<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };

/** Of the words of responsibilities only what the phone shows. */
const zhCN = { phone, states, letterStates };
const en: Same<typeof zhCN> = { phone: enPhone, states: enStates, letterStates: enLetterStates };

export const useDutyWords = wordsOf<Same<typeof zhCN>>({ 'zh-CN': zhCN, en });

/** What an act is called. */
export function useProofName(): (verb: string) => string {
  const names = useLocale() === 'en' ? enProofs : proofs;
  return (verb) => names[verb] ?? verb;
}
