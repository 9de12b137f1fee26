import { problem } from '@changming/contract/problem';

import { idleHeader } from './last-touch.ts';
import { NetworkError, ProblemError } from './problem-error.ts';
import type { Answer, CallableRoute, CallArguments } from './route-types.ts';
import { textPairs } from './text-pairs.ts';

type Sent = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  headers?: Record<string, string>;
  body?: unknown;
  ifMatch?: string;
  idempotencyKey?: string;
  signal?: AbortSignal;
};

/** Arguments are needed exactly when the contract needs some. */
type Rest<Route extends CallableRoute> =
  object extends CallArguments<Route> ? [given?: CallArguments<Route>] : [given: CallArguments<Route>];

/**
 * Calls a route of the contract; the types of what is sent and what comes back are the contract's.
 *
 * @throws ProblemError when the API refuses, NetworkError when it was not reached, AbortError when `signal` fires.
 */
export async function call<const Route extends CallableRoute>(route: Route, ...rest: Rest<Route>): Promise<Answer<Route>> {
  return (await callTagged(route, ...rest)).answer;
}

/** As `call`, with the `etag` that a later change hands back as `ifMatch`. */
export async function callTagged<const Route extends CallableRoute>(
  route: Route,
  ...[given]: Rest<Route>
): Promise<{ answer: Answer<Route>; etag: string | null }> {
  const response = await reachRoute(route, (given ?? {}) as CallArguments<Route>);
  const answer = (response.status === 204 ? null : await readJson(response)) as Answer<Route>;
  return { answer, etag: response.headers.get('etag') };
}

/** What a route answered, once it has not refused: for answers that are no JSON. */
export async function reachRoute<const Route extends CallableRoute>(route: Route, given: CallArguments<Route>): Promise<Response> {
  const sent = given as Sent;
  const response = await reach(addressOf(route, sent), requestOf(route, sent));
  if (!response.ok) throw await refusalOf(response);
  return response;
}

function addressOf(route: CallableRoute, { params = {}, query = {} }: Sent): string {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(textPairs(query)).toString();
  return `/api/v1${path}${search === '' ? '' : `?${search}`}`;
}

/** The doors are for whoever does not say who he is: no session goes along, though one may stand open in this browser. */
function isDoor({ path }: CallableRoute): boolean {
  return path.startsWith('/door/');
}

function requestOf(route: CallableRoute, { body, headers = {}, ifMatch, idempotencyKey, signal }: Sent): RequestInit {
  return {
    method: route.method.toUpperCase(),
    credentials: isDoor(route) ? 'omit' : 'same-origin',
    headers: {
      ...headers,
      accept: 'application/json, application/problem+json',
      'accept-language': document.documentElement.lang,
      ...idleHeader(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  };
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new NetworkError('the API was not reached', { cause: error });
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new NetworkError(`the answer ${response.status} could not be read`, { cause: error });
  }
}

async function refusalOf(response: Response): Promise<Error> {
  const read = problem.safeParse(await readJson(response));
  return read.success ? new ProblemError(read.data) : new NetworkError(`an answer ${response.status} that is not ours`);
}
