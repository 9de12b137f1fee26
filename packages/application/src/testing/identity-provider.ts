import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import type { Configuration, KoaContextWithOIDC, Provider } from 'oidc-provider';

export type IdentityProvider = {
  readonly issuer: string;
  readonly client: { readonly id: string; readonly secret: string };
  /** Lets browsers come back to the product at this address, and tells of those who sign out at `logoutUrl`. */
  readonly serve: (publicUrl: string, logoutUrl?: string) => void;
  readonly stop: () => Promise<void>;
};

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const client = { id: 'changming', secret: 'only-for-tests-only-for-tests-only' };

/**
 * A real identity provider on loopback. Its page asks for a name and takes it for the subject; what follows the slash of `li/GH1` is the
 * claim `employee_no`.
 */
export async function givenIdentityProvider(): Promise<IdentityProvider> {
  const { Provider: Made } = await import('oidc-provider');
  let answer: Answer = async (_, response) => void response.end();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return {
    issuer,
    client,
    serve(publicUrl, logoutUrl) {
      const provider: Provider = new Made(
        issuer,
        configuration({ publicUrl, logoutUrl }, (ctx) => granted(provider, ctx)),
      );
      const own = provider.callback();
      answer = (request, response) => (request.url?.startsWith('/as/') ? interact(provider, request, response) : own(request, response));
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

type Product = { readonly publicUrl: string; readonly logoutUrl: string | undefined };

function configuration({ publicUrl, logoutUrl }: Product, loadExistingGrant: Configuration['loadExistingGrant']): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${publicUrl}/api/v1/session/sso/return`],
        post_logout_redirect_uris: [`${publicUrl}/sign-in`],
        ...(logoutUrl === undefined ? {} : { backchannel_logout_uri: logoutUrl, backchannel_logout_session_required: true }),
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'employee_no'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => claimsOf(id) }),
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    interactions: { url: (_, { uid }) => `/as/${uid}` },
    // Its own guard would not let it tell anybody on loopback.
    fetch: (url, options) => globalThis.fetch(url, { ...options, dispatcher: undefined } as unknown as RequestInit),
    pkce: { required: () => true },
    cookies: { keys: ['only-for-tests'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    loadExistingGrant,
  };
}

function claimsOf(id: string) {
  const [name, employee_no] = id.split('/');
  return { sub: id, name, ...(employee_no === undefined ? {} : { employee_no }) };
}

/** Nobody is asked to consent. */
async function granted(provider: Provider, { oidc }: KoaContextWithOIDC) {
  const [clientId, accountId] = [oidc.client?.clientId ?? '', oidc.session?.accountId ?? ''];
  const grant = new provider.Grant({ clientId, accountId });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}

const page =
  '<form method="post"><label>name <input name="name" autofocus></label><button>enter</button><button name="no" value="1">no</button></form>';

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') return void response.setHeader('content-type', 'text/html').end(page);
  const said = new URLSearchParams(await text(request));
  const result = said.has('no') ? { error: 'access_denied' } : { login: { accountId: said.get('name') ?? '' } };
  return provider.interactionFinished(request, response, result);
}
