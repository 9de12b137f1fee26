import { categories as enCategories } from '@changming/phrases/en/hazards/causes';
import { abouts as enAbouts, phone as enPhone } from '@changming/phrases/en/notices';
import { noticeSentence } from '@changming/phrases/notice-sentence';
import { categories } from '@changming/phrases/zh-CN/hazards/causes';
import { abouts, phone } from '@changming/phrases/zh-CN/notices';

import { useLocale, wordsOf } from '../../../phone/words.ts';

export const useNoticeWords = wordsOf<{ readonly [Key in keyof typeof phone]: string }>({ 'zh-CN': phone, en: enPhone });

type Facts = Readonly<Record<string, string | number>>;

/** What a notice says; the facts stand in single braces, as the mails print them. */
export function useNoticeSentence(): (about: string, facts: Facts) => string {
  const sentences = useLocale() === 'en' ? enAbouts : abouts;
  const kinds = useLocale() === 'en' ? enCategories : categories;
  return (about, facts) => noticeSentence(sentences[about] ?? about, facts, kinds);
}
