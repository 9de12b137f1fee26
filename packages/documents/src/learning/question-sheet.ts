import type { Question } from '@changming/domain/training';
import { optionLetters } from '@changming/domain/training';
import { en, type Language, zhCN } from '@changming/phrases';

import { templateWorkbook } from '../excel/index.ts';
import type { DataSheet } from '../paper/index.ts';
import { answerWords, type QuestionField, questionFields, titleOf, words } from './question-columns.ts';

type Listed = Question & { readonly code: string };
type Told = { readonly language: Language; readonly madeAt: Date };

const widths: Partial<Record<QuestionField, number>> = { stem: 60, explanation: 40, clause: 24, code: 12 };

/** 题库 as a workbook that the import reads. */
export function questionSheet(rows: readonly Listed[], { language, madeAt }: Told): DataSheet {
  const { questionBook } = (language === 'en' ? en : zhCN).training;
  return {
    sheet: questionBook.sheet,
    columns: questionFields.map((field) => ({ title: titleOf(field, language), kind: 'text', width: widths[field] ?? 12 })),
    rows: rows.map((row) => questionFields.map((field) => cellOf(row, field))),
    madeAt,
  };
}

function cellOf(row: Listed, field: QuestionField): string | null {
  const option = (optionLetters as readonly string[]).indexOf(field);
  if (option >= 0) return row.options[option] ?? null;
  const said: Partial<Record<QuestionField, string | null>> = {
    code: row.code,
    kind: words.questionKinds[row.kind],
    topic: words.topics[row.topic],
    level: row.level === null ? null : words.levels[row.level],
    difficulty: words.difficulties[row.difficulty as 1 | 2 | 3],
    stem: row.stem,
    answer: answerWords(row.kind, row.answer),
    clause: row.clause,
    explanation: row.explanation,
  };
  return said[field] ?? null;
}

/** An empty 题库 to fill in, with lists to choose from. */
export async function questionTemplate(language: Language): Promise<Buffer> {
  const { training, imports } = language === 'en' ? en : zhCN;
  const { questionBook } = training;
  const [kind, topic, difficulty] = [words.questionKinds.single, words.topics.fire, words.difficulties[1]];
  const examples: Partial<Record<QuestionField, string>> = {
    kind,
    topic,
    difficulty,
    stem: questionBook.example.stem,
    answer: questionBook.example.answer,
  };
  const columns = questionFields.map((field) => {
    const option = questionBook.example.options[(optionLetters as readonly string[]).indexOf(field)];
    const example = examples[field] ?? option;
    return { title: titleOf(field, language), ...(example === undefined ? {} : { example }), ...offered[field] };
  });
  const dictionaries = {
    kinds: Object.values(words.questionKinds),
    topics: Object.values(words.topics),
    levels: Object.values(words.levels),
    difficulties: Object.values(words.difficulties),
  };
  return templateWorkbook({ sheet: questionBook.sheet, columns, dictionaries, words: imports.workbooks });
}

const offered: Partial<Record<QuestionField, { readonly dictionary?: string; readonly required?: boolean; readonly hint?: string }>> = {
  code: { hint: words.questionBook.codeHint },
  kind: { dictionary: 'kinds', required: true },
  topic: { dictionary: 'topics', required: true },
  level: { dictionary: 'levels' },
  difficulty: { dictionary: 'difficulties' },
  stem: { required: true },
  answer: { required: true, hint: words.questionBook.answerHint },
};
