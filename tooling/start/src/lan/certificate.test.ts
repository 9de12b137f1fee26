import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type TLSSocket } from 'node:tls';

import { expect, onTestFinished, test } from 'vitest';

import { type Authority, type Identity, issueFor, makeAuthority } from './certificate.ts';

const now = new Date();

test('a phone that trusts the house reaches its server over TLS', async () => {
  const authority = makeAuthority('长明', [], now);

  const socket = await handshake(issueFor(['127.0.0.1', '192.168.1.20'], authority, now), authority);

  expect(socket.authorized).toBe(true);
});

test('the certificate names every address of the house and belongs to its authority', () => {
  const authority = makeAuthority('长明', ['203.0.113.9'], now);

  const server = new X509Certificate(issueFor(['203.0.113.9', '10.1.2.3'], authority, now).cert);

  expect(server.subjectAltName).toBe('IP Address:203.0.113.9, IP Address:10.1.2.3, DNS:localhost');
  expect(server.checkIssued(new X509Certificate(authority.cert))).toBe(true);
  expect(server.validToDate.getTime() - server.validFromDate.getTime()).toBeLessThanOrEqual(398 * 86_400_000);
});

test('the authority of a house cannot vouch for any other address', async () => {
  const authority = makeAuthority('长明', [], now);

  const deceit = handshake(issueFor(['203.0.113.9', '127.0.0.1'], authority, now), authority);

  await expect(deceit).rejects.toThrow(/permitted subtree violation/);
});

test('a validity that ends after 2049 is written so that it can be read', () => {
  const authority = makeAuthority('长明', [], new Date('2045-03-01T00:00:00Z'));

  expect(new X509Certificate(authority.cert).validToDate.toISOString()).toBe('2055-02-27T00:00:00.000Z');
});

async function handshake(server: Identity, authority: Authority): Promise<TLSSocket> {
  const listening = createServer({ key: server.key, cert: server.cert }, (socket) => socket.end()).listen(0, '127.0.0.1');
  listening.on('tlsClientError', () => undefined);
  await once(listening, 'listening');
  onTestFinished(() => void listening.close());
  const socket = connect({ host: '127.0.0.1', port: (listening.address() as AddressInfo).port, ca: authority.cert });
  await once(socket, 'secureConnect');
  return socket;
}
