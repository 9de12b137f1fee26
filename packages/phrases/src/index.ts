export { basisWords } from './basis-words.ts';
export { fieldSentence } from './field-sentence.ts';
export type { Language } from './language.ts';
export { en, zhCN } from './languages.ts';
export { periodName } from './period-name.ts';
export { sentenceFor } from './sentence.ts';
