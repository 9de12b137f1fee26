import { optionLetters, type QuestionKind } from '@changming/domain/training';
import { en, type Language, zhCN } from '@changming/phrases';

/** What is chosen from a list stands in Chinese in either language: those are the words that the import reads. */
export const words = zhCN.training;

export const questionFields = [
  'code',
  'kind',
  'topic',
  'level',
  'difficulty',
  'stem',
  ...optionLetters,
  'answer',
  'clause',
  'explanation',
] as const;
export type QuestionField = (typeof questionFields)[number];

/** What a column is called in a language. */
export function titleOf(field: QuestionField, language: Language): string {
  const { questionBook } = (language === 'en' ? en : zhCN).training;
  const letters: readonly string[] = optionLetters;
  return letters.includes(field)
    ? questionBook.option.replace('{letter}', field)
    : questionBook.columns[field as keyof typeof questionBook.columns];
}

/** `A`, `ACD`, `对`. */
export function answerWords(kind: QuestionKind, answer: readonly string[]): string {
  return kind === 'trueFalse' ? words.truths[answer[0] === 'T' ? 'T' : 'F'] : answer.join('');
}
