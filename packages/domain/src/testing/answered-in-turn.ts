import { type Answers, answersInput } from '../imports/answers.ts';
import { signOf } from '../imports/sign-of.ts';
import type { Verdict } from '../imports/verdict.ts';

export type SaidOfRow = {
  readonly row: number;
  readonly say: string;
  readonly about?: string;
  readonly of?: string;
  readonly seen?: string;
};

/** Answers about rows of `Sheet1` as the page sends them: each with what stood beside its question once those before it had been given. */
export function answeredInTurn(said: readonly SaidOfRow[], judged: (answers: Answers) => readonly Verdict<unknown>[]): Answers {
  let rows: readonly object[] = [];
  const answers = () => answersInput.parse({ rows });
  for (const each of said) {
    const seen = each.seen ?? seenBeside(each, each.about === undefined ? [] : judged(answers()));
    rows = [...rows, { sheet: 'Sheet1', ...each, ...(seen !== '' && { seen }) }];
  }
  return answers();
}

function seenBeside({ row, about, of }: SaidOfRow, verdicts: readonly Verdict<unknown>[]): string {
  const verdict = verdicts.find(({ source }) => source.row === row);
  const questions = verdict?.kind === 'ask' ? verdict.questions : [];
  const { candidates = [] } = questions.find(({ code }) => code === about) ?? {};
  return signOf((of === undefined ? candidates[0] : candidates.find(({ value }) => value === of))?.beside);
}
