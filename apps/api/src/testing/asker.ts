import type { buildApp } from '../app.ts';
import type { Asked, Example } from './example.ts';
import { type Asking, type Expected, expectedFor, type Said } from './oracle.ts';
import type { Holder, Place, World } from './world.ts';

export type Route = {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly says: Said;
  readonly example: Example;
};
export type Question = Asking & { readonly route: Route; readonly by: Holder; readonly at: Place };
type App = ReturnType<typeof buildApp>;
type Given = { readonly status: number; readonly text: string };

/** Asks questions one after another, and keeps what the answers have to agree on. */
export function askerOf(app: App, world: World) {
  const unexpected: string[] = [];
  const unchanged = new Map<string, Asked>();
  const missing = new Map<string, string>();

  /** What was refused or only read changed nothing, so the same request serves again; a command that was let through needs a record of its own. */
  async function requestFor({ route, at, by, relation }: Question, expected: Expected): Promise<Asked> {
    if (expected === 'through' && (route.method !== 'GET' || isBound(route))) return route.example(world, at, by);
    const name = `${route.key} ${relation}`;
    const kept = unchanged.get(name) ?? (await route.example(world, at, by));
    unchanged.set(name, kept);
    return kept;
  }

  async function ask(question: Question): Promise<void> {
    const expected = expectedFor(question.route.says, question);
    const asked = await requestFor(question, expected);
    const answer = await send(app, question, asked);
    const text = await answer.text();
    const given = { status: answer.status, text };
    const fault =
      faultOf(given, expected, asked) ??
      bareOf(answer) ??
      leakOf(world, question, { ...given, asked }) ??
      (expected === 404 ? tellTale(question, given) : null);
    if (fault !== null) unexpected.push(`${nameOf(question)}: ${fault}${fault.startsWith('expected') ? ` ${text.slice(0, 160)}` : ''}`);
  }

  /** What is not his and what is not there must look the same, or the difference tells which is which. */
  function tellTale({ route, relation }: Question, { text }: Given): string | null {
    if (route.says.about !== 'record') return null;
    const { code, title } = JSON.parse(text) as { code: string; title: string };
    const first = missing.get(route.key) ?? `${code} ${title}`;
    missing.set(route.key, first);
    return first === `${code} ${title}` ? null : `${relation} is told apart: “${code} ${title}”, elsewhere “${first}”`;
  }

  return { ask, unexpected };
}

/** Its example is made for whoever asks, and for nobody else. */
function isBound({ example }: Route): boolean {
  return example.length > 2;
}

function nameOf({ route, role, relation, credential, held }: Question): string {
  return `${route.key} as ${role}${held === 'group' ? ' of the group' : ''}, ${relation}, ${credential}`;
}

export async function send(
  app: App,
  { route, by, credential }: Question,
  { params = {}, query, body, bytes, headers = {} }: Asked,
): Promise<Response> {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const address = query === undefined ? path : `${path}?${new URLSearchParams(query).toString()}`;
  const shown = { ...by.headers[credential], ...(credential === 'session' ? headers : withoutCookie(headers)) };
  const sent = bytes ?? (body === undefined ? undefined : JSON.stringify(body));
  const type = bytes === undefined ? 'application/json' : 'image/jpeg';
  return app.request(address, {
    method: route.method,
    headers: { 'content-type': type, ...shown },
    ...(sent === undefined ? {} : { body: sent }),
  });
}

/** An example may bring a session to spend; other credentials are asked without it. */
function withoutCookie(all: Readonly<Record<string, string>>): Record<string, string> {
  const { cookie: _, ...headers } = all;
  return headers;
}

function faultOf({ status, text }: Given, expected: Expected, { answers }: Asked): string | null {
  if (expected !== 'through') return status === expected ? null : `expected ${expected}, got ${status}`;
  const code = status < 400 ? '' : (JSON.parse(text) as { code: string }).code;
  if (answers !== undefined)
    return answers.includes(status) || answers.includes(code) ? null : `expected ${answers.join(' or ')}, got ${status}`;
  return (status >= 200 && status < 300) || status === 304 ? null : `expected to get through, got ${status}`;
}

/** Every answer carries the headers of every answer, whoever made it. */
function bareOf({ headers }: Response): string | null {
  const safe = headers.get('x-content-type-options') === 'nosniff' && headers.get('cache-control') !== null;
  return safe ? null : 'answered without the headers of every answer';
}

const anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** No answer names a record of another branch, but for an id that the request itself named. */
function leakOf({ hidden }: World, { held, route }: Question, { status, text, asked }: Given & { readonly asked: Asked }): string | null {
  if (held === 'group' || route.says.about === 'door' || status >= 300) return null;
  const named = JSON.stringify(asked);
  const leaked = [...new Set(text.match(anyId) ?? [])].filter((id) => hidden.has(id) && !named.includes(id));
  return leaked.length === 0 ? null : `tells of ${leaked.slice(0, 3).join(', ')} outside the branch`;
}
