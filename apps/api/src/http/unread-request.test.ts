import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';

import { serve } from '@hono/node-server';
import { expect, test } from 'vitest';

import { answerUnread } from './unread-request.ts';

/** All that comes back for these bytes, until the server hangs up. */
async function answerTo(port: number, sent: string): Promise<{ status: number; type: string | undefined; body: string }> {
  const socket = connect(port, '127.0.0.1');
  socket.write(sent);
  const pieces: Buffer[] = [];
  socket.on('data', (piece: Buffer) => pieces.push(piece));
  await once(socket, 'close');
  const [head = '', body = ''] = Buffer.concat(pieces).toString('utf8').split('\r\n\r\n');
  return { status: Number(head.slice(9, 12)), type: /content-type: (.*)/.exec(head)?.[1], body };
}

test('a request that Node cannot read is told why in a sentence', async () => {
  const server = serve({ fetch: () => new Response('here'), port: 0, hostname: '127.0.0.1' });
  server.on('clientError', answerUnread);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const long = await answerTo(port, `GET /api/v1/units?q=${'q'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`);
  const garbled = await answerTo(port, 'what is this\r\n\r\n');
  server.close();

  expect(long).toMatchObject({ status: 431, type: 'application/problem+json' });
  expect(JSON.parse(long.body)).toMatchObject({ code: 'request.address_too_long', title: '地址或查询条件过长，请减少条件后再查' });
  expect([garbled.status, JSON.parse(garbled.body)]).toMatchObject([400, { code: 'request.unreadable', title: '请求无法读取' }]);
});
