import type { EnteredQuestions } from '@changming/contract/training';

import { NetworkError, ProblemError } from '../../../api/problem-error.ts';

export type { EnteredQuestions } from '@changming/contract/training';

/** Sends a filled-in 题库 as it is; the answer says what became of each row, or which cells are to be put right. */
export async function enterQuestions({ unitId, content }: { readonly unitId: string; readonly content: File }): Promise<EnteredQuestions> {
  const address = `/api/v1/training/questions/workbooks?${new URLSearchParams({ unitId }).toString()}`;
  const headers = { 'content-type': content.type, 'accept-language': document.documentElement.lang };
  const response = await fetch(address, { method: 'POST', credentials: 'same-origin', headers, body: content }).catch(() => {
    throw new NetworkError('the API was not reached');
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new ProblemError(answer as ProblemError['problem']);
  return answer as EnteredQuestions;
}
