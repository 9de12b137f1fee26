import type { Facts } from './filled-in.ts';
import type { Language } from './language.ts';
import { en, zhCN } from './languages.ts';
import { refusalSentence } from './refusal-sentence.ts';

/** The sentence of a refusal code, its `{facts}` filled in. */
export function sentenceFor(code: string, facts: Facts = {}, language: Language = 'zh-CN'): string {
  return refusalSentence({ language, words: language === 'en' ? en : zhCN }, code, facts);
}
