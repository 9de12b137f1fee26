import { request } from 'node:http';
import type { AddressInfo } from 'node:net';

import { test } from '@changming/application/testing';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { expect } from 'vitest';

import { buildApp } from '../app.ts';

/** Sends pieces without saying how many there will be, as `curl -T -` does; the status, or `cut` when the server hung up. */
function sendChunked(port: number, pieces: readonly string[]): Promise<number | 'cut'> {
  return new Promise((answer) => {
    const headers = { 'content-type': 'application/json' };
    const sent = request({ port, method: 'POST', path: '/api/v1/session', headers, agent: false }, (came) => {
      came.resume();
      answer(came.statusCode ?? 0);
    });
    sent.on('error', () => answer('cut'));
    for (const piece of pieces) sent.write(piece);
    sent.end();
  });
}

test('a body of unknown length is counted while it comes, on a real connection too', async ({ house }) => {
  const app = buildApp({ house, log: pino({ level: 'silent' }), secure: false });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((open) => server.once('listening', open));
  const { port } = server.address() as AddressInfo;

  const small = await sendChunked(port, ['{"login":"nobody",', '"password":"Wrong-2026"}']);
  const broken = await sendChunked(port, ['{"login":']);
  const large = await sendChunked(
    port,
    Array.from({ length: 40 }, () => ' '.repeat(64 * 1024)),
  );
  const again = await sendChunked(port, ['{"login":"nobody","password":"Wrong-2026"}']);
  server.close();

  expect([small, broken, again]).toEqual([401, 400, 401]);
  expect([413, 'cut']).toContain(large);
});
