import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';

import { readLogoutNotice } from './sso-logout-notice.ts';

const issuer = 'https://id.example.com';
const clientId = 'changming';
const { privateKey, publicKey } = await generateKeyPair('ES256');
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig' }] });
const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const now = () => Math.floor(Date.now() / 1000);

type Over = Readonly<Record<string, unknown>>;
const noticeOf = (over: Over = {}, head: Over = {}) =>
  new SignJWT({ iss: issuer, aud: clientId, iat: now(), jti: 'n1', sub: 'li', sid: 's1', events, ...over })
    .setProtectedHeader({ alg: 'ES256', typ: 'logout+jwt', ...head })
    .sign(privateKey);
const read = async (token: string | Promise<string>) => readLogoutNotice(await token, { issuer, clientId, keys });
const refused = { kind: 'invalid', code: 'access.sso_logout_refused' };

describe('a logout notice', () => {
  it('names a person, a session at the provider, or both', async () => {
    expect(await read(noticeOf())).toEqual({ issuer, subject: 'li', sid: 's1', jti: 'n1' });
    expect(await read(noticeOf({ sid: undefined }))).toMatchObject({ subject: 'li', sid: null });
    expect(await read(noticeOf({ sub: undefined }, { typ: undefined }))).toMatchObject({ subject: null, sid: 's1' });
  });

  it.each<[why: string, over: Over, head?: Over]>([
    ['names nobody', { sub: undefined, sid: undefined }],
    ['is an ID token: it has a nonce', { nonce: 'n' }],
    ['is of no such event', { events: { 'http://schemas.openid.net/event/other': {} } }],
    ['tells of no event at all', { events: undefined }],
    ['cannot be told from the next', { jti: undefined }],
    ['comes from another provider', { iss: 'https://other.example.com' }],
    ['is meant for another client', { aud: 'other' }],
    ['does not say when it was written', { iat: undefined }],
    ['is twelve minutes old', { iat: now() - 720 }],
    ['is of tomorrow', { iat: now() + 86_400 }],
    ['has run out', { exp: now() - 120 }],
    ['is another kind of token', {}, { typ: 'at+jwt' }],
  ])('is refused when it %s', async (_, over, head) => {
    await expect(read(noticeOf(over, head))).rejects.toMatchObject(refused);
  });

  it('is refused when the provider did not sign it', async () => {
    const other = await generateKeyPair('ES256');
    const foreign = new SignJWT({ iss: issuer, aud: clientId, iat: now(), jti: 'n2', sub: 'li', events })
      .setProtectedHeader({ alg: 'ES256' })
      .sign(other.privateKey);
    const shared = new SignJWT({ iss: issuer, aud: clientId, iat: now(), jti: 'n3', sub: 'li', events })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode('a secret that both sides know, long enough'));

    for (const token of [foreign, shared, 'no.token.this', '']) await expect(read(token)).rejects.toMatchObject(refused);
  });
});
