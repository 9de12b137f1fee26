export { basisWords } from './basis-words.ts';
export { fieldSentence } from './field-sentence.ts';
export { en, zhCN } from './languages.ts';
export { type Language, sentenceFor } from './sentence.ts';
