import i18next from 'i18next';

import { NetworkError, ProblemError } from '../api/problem-error.ts';

/** What happened, in the words of the person: the API's sentence, or ours when the API was not reached. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.detail ?? error.problem.title;
  if (error instanceof NetworkError) return i18next.t('errors.network', { ns: 'shell' });
  return i18next.t('errors.fault', { ns: 'shell' });
}
