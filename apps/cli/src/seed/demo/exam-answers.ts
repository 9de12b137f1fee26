import { type beginAttempt, shippedQuestions } from '@changming/application/training';

type Attempt = Awaited<ReturnType<typeof beginAttempt>>;
type Letters = Attempt['answers'][string];

/** The answers of somebody who knows the bank, but for every `missedEvery`-th question (0: none missed). */
export function answersOf({ questions }: Attempt, missedEvery: number): Record<string, Letters[number][]> {
  return Object.fromEntries(
    questions.map((question, at) => {
      const isMissed = missedEvery > 0 && at % missedEvery === 0;
      return [question.questionId, isMissed ? [] : rightFor(question)];
    }),
  );
}

/** Letters where they stand on the sheet, found by the words of the options. */
function rightFor({ stem, options }: Attempt['questions'][number]): Letters[number][] {
  const known = shippedQuestions.find((question) => question.stem === stem);
  if (known === undefined) return [];
  if (known.kind === 'trueFalse') return [...known.answer];
  const right = known.answer.map((letter) => known.options[letter.charCodeAt(0) - 65]);
  return options.flatMap((option, at) => (right.includes(option) ? [String.fromCharCode(65 + at) as Letters[number]] : []));
}
