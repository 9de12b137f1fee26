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
 * Sends bytes and tells how far it is, which `fetch` cannot. Answers what the API answered.
 *
 * @throws ProblemError when the API refuses, NetworkError when it was not reached
 */
export function putBytes(address: string, { content, headers = {}, onShare }: Upload): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/v1${address}`);
    request.timeout = patience;
    const all = { 'content-type': 'application/octet-stream', 'accept-language': document.documentElement.lang, ...headers };
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total));
    const unreached = () => reject(new NetworkError('the bytes did not get through'));
    for (const fate of ['error', 'timeout', 'abort']) request.addEventListener(fate, unreached);
    request.addEventListener('load', () => {
      const said = saidIn(request);
      if (said instanceof Error) reject(said);
      else resolve(said);
    });
    request.send(content);
  });
}

/**
 * Sends bytes at a public door, without the session that may stand open in this browser. How far it is cannot be told.
 *
 * @throws ProblemError when the API refuses, NetworkError when it was not reached
 */
export async function putWithoutSession(address: string, { content, headers = {} }: Omit<Upload, 'onShare'>): Promise<unknown> {
  const all = { 'accept-language': document.documentElement.lang, ...headers };
  const sent = { method: 'PUT', credentials: 'omit', headers: all, body: content, signal: AbortSignal.timeout(patience) } as const;
  const answer = await fetch(`/api/v1${address}`, sent).catch(() => null);
  const responseText = (await answer?.text().catch(() => null)) ?? null;
  if (answer === null || responseText === null) throw new NetworkError('the bytes did not get through');
  const said = saidIn({ status: answer.status, responseText });
  if (said instanceof Error) throw said;
  return said;
}

function saidIn({ status, responseText }: Pick<XMLHttpRequest, 'status' | 'responseText'>): unknown {
  try {
    const said = JSON.parse(responseText) as unknown;
    return status < 300 ? said : new ProblemError(problem.parse(said));
  } catch (error) {
    return new NetworkError(`an answer ${status} that is not ours`, { cause: error });
  }
}
