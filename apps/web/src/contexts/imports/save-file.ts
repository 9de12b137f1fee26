import { problem } from '@changming/contract/problem';

import { NetworkError, ProblemError } from '../../api/problem-error.ts';
import { keepFile } from '../../api/save-file.ts';

/**
 * Fetches a file of the API and hands it to the browser to keep, under the name the API gives it.
 *
 * @throws ProblemError when the API refuses, NetworkError when it was not reached
 */
export async function saveFile(address: string): Promise<void> {
  const answer = await fetch(`/api/v1${address}`, { headers: { 'accept-language': document.documentElement.lang } }).catch(
    (error: unknown) => {
      throw new NetworkError('the API was not reached', { cause: error });
    },
  );
  if (!answer.ok) throw new ProblemError(problem.parse(await answer.json()));
  await keepFile(answer);
}
