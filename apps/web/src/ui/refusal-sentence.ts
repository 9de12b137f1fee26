import { sentenceFor } from '@changming/phrases';
import i18next from 'i18next';

/** What the API would answer to an act, in the same words: the reason beside a grey button. */
export function refusalSentence(code: string, facts: Readonly<Record<string, string | number>> = {}): string {
  return sentenceFor(code, facts, i18next.language === 'en' ? 'en' : 'zh-CN');
}
