import type { CellProblem, Verdict } from '../verdict.ts';

/**
 * What is asked about the words of a cell in one row is not told again as a fault of another row: the answer is for the words. A row keeps
 * what is wrong with itself.
 */
export function askedOnce<Draft>(verdicts: readonly Verdict<Draft>[]): readonly Verdict<Draft>[] {
  const asked = new Set(verdicts.flatMap((verdict) => (verdict.kind === 'ask' ? verdict.questions.filter(isOfWords).map(keyOf) : [])));
  return verdicts.map((verdict) => {
    if (verdict.kind !== 'wrong') return verdict;
    return { ...verdict, problems: verdict.problems.filter((problem) => !isOfWords(problem) || !asked.has(keyOf(problem))) };
  });
}

/** The meaning of a level is the same wherever its word stands. */
function isOfWords({ code }: CellProblem): boolean {
  return code === 'level_unknown';
}

function keyOf({ code, field, facts }: CellProblem): string {
  return `${code}|${field}|${facts['text']}`;
}
