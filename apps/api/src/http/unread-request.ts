import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

import type { Problem } from '@changming/contract/problem';
import { sentenceFor } from '@changming/phrases';

/** What Node says no to before any handler is asked: its code, our status and sentence. */
const unread: Readonly<Record<string, readonly [status: number, code: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'request.address_too_long'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request.too_slow'],
};

/** Answers a request that could not be read at all, as `clientError` of the server: a problem like every other, then hangs up. */
export function answerUnread(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, code] = unread[error.code ?? ''] ?? [400, 'request.unreadable'];
  const problem: Problem = { type: `/problems/${code}`, instance: '', status, code, title: sentenceFor(code, {}) };
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/problem+json',
    'cache-control: no-store',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
