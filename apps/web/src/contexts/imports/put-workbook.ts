import { problem } from '@changming/contract/problem';

import { NetworkError, ProblemError } from '../../api/problem-error.ts';

type Sending = {
  readonly content: Blob;
  /** From 0 to 1, as the bytes leave. */
  readonly onShare: (share: number) => void;
};

/** A line this long without an answer counts as broken, ms. */
const patience = 300_000;

/**
 * Sends a workbook and tells how far it is, which `fetch` cannot.
 *
 * @throws ProblemError when the API refuses, NetworkError when it was not reached
 */
export function putWorkbook(address: string, { content, onShare }: Sending): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/v1${address}`);
    request.timeout = patience;
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total));
    const unreached = () => reject(new NetworkError('the workbook did not get through'));
    for (const fate of ['error', 'timeout', 'abort']) request.addEventListener(fate, unreached);
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
