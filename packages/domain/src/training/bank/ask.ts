import type { TrainingLevel } from '../categories.ts';
import type { AnswerLetter, Question, Topic } from '../questions.ts';

/** A question that comes with the product; its code stays when its words change. */
export type ShippedQuestion = Question & { readonly code: string };

type Beside = { readonly difficulty?: 1 | 2 | 3; readonly level?: TrainingLevel; readonly clause?: string; readonly why?: string };

/** The ways in which questions of one topic are written down. */
export function about(topic: Topic) {
  const made = (code: string, stem: string, { difficulty = 1, level, clause, why }: Beside) =>
    ({ code, topic, stem, difficulty, level: level ?? null, clause: clause ?? null, explanation: why ?? null }) as const;
  return {
    /** The first option is the right one. */
    one: (code: string, stem: string, options: readonly string[], beside: Beside = {}): ShippedQuestion => ({
      ...made(code, stem, beside),
      kind: 'single',
      options,
      answer: ['A'],
    }),
    several: (code: string, stem: string, { right, wrong }: Choices, beside: Beside = {}): ShippedQuestion => ({
      ...made(code, stem, beside),
      kind: 'multiple',
      options: [...right, ...wrong],
      answer: (['A', 'B', 'C', 'D', 'E', 'F'] as const satisfies readonly AnswerLetter[]).slice(0, right.length),
    }),
    yes: (code: string, stem: string, beside: Beside = {}): ShippedQuestion => ({
      ...made(code, stem, beside),
      kind: 'trueFalse',
      options: [],
      answer: ['T'],
    }),
    no: (code: string, stem: string, beside: Beside = {}): ShippedQuestion => ({
      ...made(code, stem, beside),
      kind: 'trueFalse',
      options: [],
      answer: ['F'],
    }),
  };
}

type Choices = { readonly right: readonly string[]; readonly wrong: readonly string[] };
