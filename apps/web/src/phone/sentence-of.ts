import { NetworkError, ProblemError } from '../api/problem-error.ts';
import type { ShellWords } from './shell-words.ts';

/** What happened, in the words of the person, the sentences about single fields included. */
export function sentenceOf(error: unknown, t: ShellWords): string {
  if (error instanceof ProblemError) {
    const fields = (error.problem.errors ?? []).map(({ detail }) => detail);
    return fields.length > 0 ? fields.join('；') : (error.problem.detail ?? error.problem.title);
  }
  return t(error instanceof NetworkError ? 'errors.network' : 'errors.fault');
}
