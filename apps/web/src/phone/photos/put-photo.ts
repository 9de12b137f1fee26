import { problem } from '@changming/contract/problem';

import { NetworkError, ProblemError } from '../../api/problem-error.ts';

type Upload = {
  readonly content: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  /** From 0 to 1, as the bytes leave. */
  readonly onShare: (share: number) => void;
};

/** A line this long without an answer counts as broken, ms. */
const patience = 120_000;

/**
 * Sends the bytes of a photo and tells how far it is, which `fetch` cannot.
 *
 * @throws ProblemError when the API refuses, NetworkError when it was not reached
 */
export function putPhoto(address: string, { content, headers = {}, onShare }: Upload): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/v1${address}`);
    request.timeout = patience;
    const all = { 'content-type': 'image/jpeg', 'accept-language': document.documentElement.lang, ...headers };
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total));
    const unreached = () => reject(new NetworkError('the photo did not get through'));
    request.addEventListener('error', unreached);
    request.addEventListener('timeout', unreached);
    request.addEventListener('load', () => (request.status < 300 ? resolve() : reject(refusalIn(request))));
    request.send(content);
  });
}

function refusalIn({ status, responseText }: XMLHttpRequest): Error {
  try {
    return new ProblemError(problem.parse(JSON.parse(responseText)));
  } catch (error) {
    return new NetworkError(`an answer ${status} that is not ours`, { cause: error });
  }
}
