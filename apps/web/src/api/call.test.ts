import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';

import { call, callTagged } from './call.ts';
import { newId } from './new-id.ts';
import { isSignedOut, NetworkError, ProblemError } from './problem-error.ts';

const renameUnit = {
  method: 'put',
  path: '/units/{unitId}',
  request: {
    params: z.strictObject({ unitId: z.string() }),
    query: z.strictObject({ kind: z.array(z.string()).optional(), on: z.string().optional() }),
    body: { content: { 'application/json': { schema: z.strictObject({ name: z.string() }) } } },
  },
  responses: { 200: { description: '', content: { 'application/json': { schema: z.object({ name: z.string() }) } } } },
} as const;
const signOut = { method: 'delete', path: '/session', responses: { 204: { description: '' } } } as const;

const network = vi.fn<(address: string, request: RequestInit) => Promise<Response>>();

beforeEach(() => {
  vi.stubGlobal('fetch', network);
  vi.stubGlobal('document', { documentElement: { lang: 'zh-CN' } });
});
afterEach(() => vi.unstubAllGlobals());

test('a change goes to the address of the contract with its version and its key', async () => {
  network.mockResolvedValue(Response.json({ name: '三车间' }, { headers: { etag: '"8"' } }));

  const { answer, etag } = await callTagged(renameUnit, {
    params: { unitId: 'a/b' },
    query: { kind: ['workshop', 'team'], on: undefined },
    body: { name: '三车间' },
    ifMatch: '"7"',
    idempotencyKey: 'one',
  });

  const [address, request] = network.mock.lastCall ?? [];
  expect(address).toBe('/api/v1/units/a%2Fb?kind=workshop&kind=team');
  expect(request).toMatchObject({ method: 'PUT', body: '{"name":"三车间"}', headers: { 'if-match': '"7"', 'idempotency-key': 'one' } });
  expect([answer.name, etag]).toEqual(['三车间', '"8"']);
});

test('a route without an answer gives null', async () => {
  network.mockResolvedValue(new Response(null, { status: 204 }));

  expect(await call(signOut)).toBeNull();
});

test('a call at a public door takes no session along, every other does', async () => {
  network.mockImplementation(() => Promise.resolve(new Response(null, { status: 204 })));
  const answerAtDoor = { ...signOut, method: 'post', path: '/door/claim/notes' } as const;

  await call(answerAtDoor);
  await call(signOut);

  expect(network.mock.calls.slice(-2).map(([, { credentials }]) => credentials)).toEqual(['omit', 'same-origin']);
});

test('a refusal arrives with its sentence and its fields', async () => {
  const refused = { type: 'about:blank', title: '登录已失效', status: 401, code: 'access.not_signed_in', errors: [] };
  network.mockResolvedValue(Response.json(refused, { status: 401 }));

  const attempt = await call(signOut).catch((error: unknown) => error);

  expect(attempt).toBeInstanceOf(ProblemError);
  expect(attempt).toMatchObject({ message: '登录已失效', problem: refused });
  expect(isSignedOut(attempt)).toBe(true);
});

test('a page of a proxy instead of an answer counts as not reached', async () => {
  network.mockResolvedValue(new Response('<h1>Bad gateway</h1>', { status: 502 }));

  await expect(call(signOut)).rejects.toBeInstanceOf(NetworkError);
});

test('a broken line counts as not reached, a call taken back does not', async () => {
  network.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  network.mockRejectedValueOnce(new DOMException('', 'AbortError'));

  await expect(call(signOut)).rejects.toBeInstanceOf(NetworkError);
  await expect(call(signOut)).rejects.toMatchObject({ name: 'AbortError' });
});

test('ids made here are of version 7 and sort by their time', () => {
  const [early, late] = [newId(1_800_000_000_000), newId(1_800_000_000_001)];

  expect(z.uuid({ version: 'v7' }).safeParse(early).success).toBe(true);
  expect(early < late).toBe(true);
});
