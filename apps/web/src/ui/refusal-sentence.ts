import { refusalSentence as refusalIn } from '@changming/phrases/refusal-sentence';
import i18next from 'i18next';

/** What the API would answer to an act, in the same words: the reason beside a grey button. */
export function refusalSentence(code: string, facts: Readonly<Record<string, string | number>> = {}): string {
  const language = i18next.language === 'en' ? 'en' : 'zh-CN';
  return refusalIn({ language, words: i18next.getDataByLanguage(language) ?? {} }, code, facts);
}
