import { problem } from '@changming/contract/problem';

import { NetworkError, ProblemError } from '../../api/problem-error.ts';

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
  const url = URL.createObjectURL(await answer.blob());
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = nameIn(answer.headers.get('content-disposition') ?? '');
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded === undefined ? 'import.xlsx' : decodeURIComponent(encoded);
}
