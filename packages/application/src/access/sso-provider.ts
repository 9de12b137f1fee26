import { refuse } from '@changming/domain/kernel';
import type { JWTVerifyGetKey } from 'jose';
import type { Configuration } from 'openid-client';
import { z } from 'zod';

import type { Secrets } from '../secrets.ts';
import { readLogoutNotice, type SsoLogout } from './sso-logout-notice.ts';

export type SsoNeeds = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button on the sign-in page says. */
  readonly label: string;
  readonly scope: string;
  /** The claim that carries the 工号; null when only accounts that were bound by their holders may enter. */
  readonly staffNoClaim: string | null;
  readonly publicUrl: string;
  readonly secrets: Pick<Secrets, 'seal' | 'open'>;
};

/** What the browser keeps between leaving for the provider and coming back, sealed: nobody can read it or make one. */
const journey = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** The page to open afterwards. */
  from: z.string(),
  /** The account that is to be bound; null for signing in. */
  accountId: z.uuid().nullable(),
  until: z.number(),
});
export type Journey = z.output<typeof journey>;
type Wanted = Pick<Journey, 'from' | 'accountId'> & { readonly now: Date };

export type SsoPerson = {
  readonly issuer: string;
  readonly subject: string;
  readonly staffNo: string | null;
  /** What the provider calls the session that it opened; null when it does not say. */
  readonly sid: string | null;
};

export type Sso = {
  readonly label: string;
  /** Where to send the browser, and what it must bring back. */
  readonly begin: (wanted: Wanted) => Promise<{ readonly url: string; readonly sealed: string }>;
  readonly opened: (sealed: string | undefined, now: Date) => Journey;
  /** Who came back. `address` is the whole address that the provider sent the browser to. */
  readonly arrive: (address: URL, journey: Journey) => Promise<SsoPerson>;
  /** Whom a logout notice of the provider is about. */
  readonly loggedOut: (token: string) => Promise<SsoLogout>;
  /** Where the provider signs out; null when it says of no such place. */
  readonly endUrl: () => Promise<string | null>;
};

/** How long somebody may stay at the provider, in milliseconds. */
const patience = 10 * 60_000;
/** How long what the provider says of itself is believed, in milliseconds. */
const believed = 60 * 60_000;

export const ssoReturnPath = '/api/v1/session/sso/return';

/** OpenID Connect: authorisation code with PKCE, state and nonce. The library is loaded when somebody first comes this way. */
export function openSso(needs: SsoNeeds): Sso {
  const { label, staffNoClaim, publicUrl, secrets } = needs;
  const provider = remembered(() => discover(needs));
  const keys = remembered(async () => keysOf(await provider()));
  const returnTo = new URL(ssoReturnPath, publicUrl).href;
  return {
    label,
    async begin({ from, accountId, now }) {
      const client = await import('openid-client');
      const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
      const url = client.buildAuthorizationUrl(await provider(), {
        redirect_uri: returnTo,
        scope: needs.scope,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      const kept: Journey = { state, nonce, verifier, from, accountId, until: now.getTime() + patience };
      return { url: url.href, sealed: secrets.seal(JSON.stringify(kept)).toString('base64url') };
    },
    opened: (sealed, now) => openedJourney(secrets, sealed, now),
    async arrive(address, { state, nonce, verifier }) {
      const client = await import('openid-client');
      const asked = new URL(returnTo);
      asked.search = address.search;
      const config = await provider();
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const answer = await client.authorizationCodeGrant(config, asked, checks).catch(refusedBy);
      const claims = answer.claims() ?? refuse('unknown', 'access.sso_refused');
      const said = staffNoClaim === null || staffNoClaim in claims ? claims : await more(config, answer.access_token, claims.sub);
      const staffNo = staffNoClaim === null ? null : staffNoIn(said[staffNoClaim]);
      return { issuer: claims.iss, subject: claims.sub, staffNo, sid: sidIn(claims['sid']) };
    },
    loggedOut: async (token) =>
      readLogoutNotice(token, { issuer: (await provider()).serverMetadata().issuer, clientId: needs.clientId, keys: await keys() }),
    async endUrl() {
      const config = await provider();
      if (config.serverMetadata().end_session_endpoint === undefined) return null;
      const client = await import('openid-client');
      const back = new URL('/sign-in', publicUrl).href;
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: back, client_id: needs.clientId }).href;
    },
  };
}

function sidIn(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' && claim.length <= 400 ? claim : null;
}

/** The keys that the provider signs with, fetched when they are needed and again when it turns to another. */
async function keysOf(config: Configuration): Promise<JWTVerifyGetKey> {
  const { jwks_uri: uri } = config.serverMetadata();
  if (uri === undefined || !(uri.startsWith('https:') || isLoopback(uri))) return refuse('limited', 'access.sso_unreachable');
  const { createRemoteJWKSet } = await import('jose');
  return createRemoteJWKSet(new URL(uri), { timeoutDuration: 5000 });
}

/** A 工号 as the roster writes it; anything but text or a whole number is none. */
function staffNoIn(claim: unknown): string | null {
  const said = typeof claim === 'number' && Number.isSafeInteger(claim) ? String(claim) : claim;
  return typeof said === 'string' && said.trim() !== '' && said.length <= 64 ? said.trim() : null;
}

/** What is not in the token may be had at the userinfo endpoint. */
async function more(config: Configuration, accessToken: string, subject: string): Promise<Readonly<Record<string, unknown>>> {
  const client = await import('openid-client');
  if (config.serverMetadata().userinfo_endpoint === undefined) return {};
  return client.fetchUserInfo(config, accessToken, subject).catch(refusedBy);
}

async function discover({ issuer, clientId, clientSecret }: SsoNeeds): Promise<Configuration> {
  const client = await import('openid-client');
  const options = { timeout: 5, ...(isLoopback(issuer) ? { execute: [client.allowInsecureRequests] } : {}) };
  return client
    .discovery(new URL(issuer), clientId, undefined, client.ClientSecretPost(clientSecret), options)
    .catch(() => refuse('limited', 'access.sso_unreachable'));
}

/** Without TLS on this machine only: tests, and a proxy beside us. */
export function isLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

/** The provider said no, or somebody tampered with what it said: both lead back to the sign-in page. */
function refusedBy(error: unknown): never {
  const away = error instanceof TypeError || (error instanceof Error && ['TimeoutError', 'AbortError'].includes(error.name));
  return away ? refuse('limited', 'access.sso_unreachable') : refuse('unknown', 'access.sso_refused');
}

function openedJourney(secrets: SsoNeeds['secrets'], sealed: string | undefined, now: Date): Journey {
  const stale = () => refuse('unknown', 'access.sso_stale');
  const kept = journey.safeParse(sealed === undefined ? null : unsealed(secrets, sealed));
  if (!kept.success || kept.data.until <= now.getTime()) return stale();
  return kept.data;
}

function unsealed(secrets: SsoNeeds['secrets'], sealed: string): unknown {
  try {
    return JSON.parse(secrets.open(Buffer.from(sealed, 'base64url')));
  } catch {
    return null;
  }
}

/** Asks once an hour; a failure is not kept. */
function remembered<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let kept: { readonly value: Promise<Value>; readonly until: number } | null = null;
  return () => {
    if (kept !== null && kept.until > performance.now()) return kept.value;
    const value = ask();
    kept = { value, until: performance.now() + believed };
    value.catch(() => {
      kept = null;
    });
    return value;
  };
}
