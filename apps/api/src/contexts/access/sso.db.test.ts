import { openSso } from '@changming/application/access';
import type { House } from '@changming/application/context';
import { type Given, given, givenAccount, givenPassword, test, testSecrets } from '@changming/application/testing';
import { givenIdentityProvider, type IdentityProvider } from '@changming/application/testing/identity-provider';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect } from 'vitest';

import { buildApp } from '../../app.ts';

const publicUrl = 'http://127.0.0.1:18080';
let provider: IdentityProvider;
let units: Given;

beforeAll(async () => {
  provider = await givenIdentityProvider();
  provider.serve(publicUrl);
});
afterAll(() => provider.stop());

/** A browser of one site: follows nothing by itself and keeps what it is given. */
function browser() {
  const kept = new Map<string, string>();
  const note = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) kept.delete(name);
      else kept.set(name, value);
    }
    return answer;
  };
  const headers = () => ({ cookie: [...kept].map((pair) => pair.join('=')).join('; ') });
  return { note, headers, kept };
}

function appOn(house: House, over: Partial<Parameters<typeof openSso>[0]> = {}) {
  const needs = {
    issuer: provider.issuer,
    clientId: provider.client.id,
    clientSecret: provider.client.secret,
    label: '集团统一身份',
    scope: 'openid profile',
    staffNoClaim: 'employee_no',
    publicUrl,
    secrets: testSecrets,
  };
  const app = buildApp({ house, log: pino({ level: 'silent' }), secure: false, sso: openSso({ ...needs, ...over }) });
  const mine = browser();
  const get = async (path: string, said = {}) =>
    mine.note(await app.request(`${publicUrl}${path}`, { headers: { ...mine.headers(), ...said } }));
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json', ...mine.headers() };
    return mine.note(await app.request(`${publicUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
  };
  return { app, get, post, kept: mine.kept };
}

/** Goes through the provider's own pages as a person would; the address that it sends the browser back to. */
async function through(url: string, said: Record<string, string>, there = browser()): Promise<string> {
  let at = url;
  for (let step = 0; step < 8 && !at.startsWith(publicUrl); step += 1) {
    const asking = at.includes('/as/') && !at.endsWith('#');
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...there.headers() };
    const form = asking ? { method: 'POST', body: new URLSearchParams(said) } : {};
    const answer = there.note(await fetch(at, { ...form, headers, redirect: 'manual' }));
    at = new URL(answer.headers.get('location') ?? '', at).href;
  }
  return at.slice(publicUrl.length);
}

const to = (answer: Response) => answer.headers.get('location') ?? '';

describe('single sign-on', () => {
  test('leads to the provider and back to the page that was asked for, signed in', async ({ house, database: { owner } }) => {
    units = await given.group(owner);
    const person = await given.person(owner, units.mill, { staff_no: 'GH1' });
    await givenAccount(owner, { person, role: 'safetyOfficer', at: units.mill });
    const { get } = appOn(house);

    expect(await (await get('/api/v1/session/ways')).json()).toEqual({ sso: { label: '集团统一身份' } });
    const start = to(await get('/api/v1/session/sso?from=/hazards'));
    const asked = new URL(start).searchParams;
    const back = await get(await through(start, { name: 'li/GH1' }));

    expect([asked.get('code_challenge_method'), asked.get('response_type')]).toEqual(['S256', 'code']);
    expect(to(back)).toBe('/hazards');
    const me = (await (await get('/api/v1/me')).json()) as { person: { staffNo: string }; account: object };
    expect(me).toMatchObject({ person: { staffNo: 'GH1' }, account: { way: 'sso', ssoBound: true } });
    const onPhone = await through(to(await get('/api/v1/session/sso?from=/m/tasks')), { name: 'li/GH1' });
    await get(onPhone, { 'sec-ch-ua-mobile': '?1' });
    const begun = await owner.selectFrom('sessions').select('entry').orderBy('entry').execute();
    expect(begun.map(({ entry }) => entry)).toEqual(['desk', 'phone']);
    expect(to(await get('/api/v1/session/sso/end'))).toContain(`${provider.issuer}/session/end?`);
  });

  test('tells the sign-in page why it came to nothing', async ({ house }) => {
    const { get } = appOn(house);
    const begun = async (said: Record<string, string>, from = '') =>
      to(await get(await through(to(await get(`/api/v1/session/sso${from}`)), said)));

    expect(await begun({ name: 'stranger' })).toBe('/sign-in?sso=unknown');
    expect(await begun({ name: 'stranger/NOBODY' }, '?from=/m/tasks')).toBe('/m?sso=unknown');
    expect(await begun({ no: '1' }, '?from=/hazards')).toBe('/sign-in?sso=refused&from=%2Fhazards');
    const away = appOn(house, { issuer: 'http://127.0.0.1:9' });
    expect(to(await away.get('/api/v1/session/sso'))).toBe('/sign-in?sso=unreachable');
    expect((await get('/api/v1/session/sso?from=//elsewhere.example')).status).toBe(422);
  });

  test('takes no answer that this browser did not ask for, and none twice', async ({ house }) => {
    const [victim, attacker] = [appOn(house), appOn(house)];
    const foreign = await through(to(await attacker.get('/api/v1/session/sso')), { name: 'li/GH1' });

    expect(to(await victim.get(foreign))).toBe('/sign-in?sso=stale');
    await victim.get('/api/v1/session/sso');
    expect(to(await victim.get(foreign))).toBe('/sign-in?sso=refused');
    victim.kept.set('cm_sso', 'bm90IHNlYWxlZA');
    expect(to(await victim.get(foreign))).toBe('/sign-in?sso=stale');
    expect(to(await attacker.get(foreign))).toBe('/');
    expect(to(await attacker.get(foreign))).toBe('/sign-in?sso=stale');
    expect([victim.kept.has('cm_session'), attacker.kept.has('cm_session')]).toEqual([false, true]);
  });

  test('without a claim of the 工号 knows only those who bound themselves', async ({ house, database: { owner } }) => {
    const person = await given.person(owner, units.mill, { staff_no: 'GH2' });
    await givenAccount(owner, { person, role: 'safetyOfficer', at: units.mill });
    const { get, post } = appOn(house, { staffNoClaim: null });
    const enter = async () => to(await get(await through(to(await get('/api/v1/session/sso')), { name: 'wang/GH2' })));

    expect(await enter()).toBe('/sign-in?sso=unknown');
    await post('/api/v1/session', { login: 'GH2', password: givenPassword });
    const { url } = (await (await post('/api/v1/me/sso', { password: givenPassword })).json()) as { url: string };
    expect(to(await get(await through(url, { name: 'wang/GH2' })))).toBe('/account/security?sso=bound');
    expect(await enter()).toBe('/');
    expect((await post('/api/v1/me/sso/removal', { password: givenPassword })).status).toBe(204);
    expect(await enter()).toBe('/sign-in?sso=unknown');
  });

  test('ends here when the provider says that it ended there, once, and for nobody else', async ({ house, database: { owner } }) => {
    const person = await given.person(owner, units.mill, { staff_no: 'GH3' });
    await givenAccount(owner, { person, role: 'safetyOfficer', at: units.mill });
    const heard: string[] = [];
    const own = await givenIdentityProvider();
    const over = { issuer: own.issuer };
    const { app } = appOn(house, over);
    const { server, url } = await listening(async (request) => {
      heard.push(await request.clone().text());
      return app.request(request);
    });
    own.serve(publicUrl, `${url}/api/v1/session/sso/logout`);
    const enter = async (there = browser()) => {
      const mine = appOn(house, over);
      await mine.get(await through(to(await mine.get('/api/v1/session/sso')), { name: 'zhao/GH3' }, there));
      return mine;
    };
    const status = async ({ get }: Awaited<ReturnType<typeof enter>>) => (await get('/api/v1/me')).status;
    const [there, elsewhere] = [browser(), browser()];
    const [mine, other] = [await enter(there), await enter(elsewhere)];

    expect([await status(mine), await status(other)]).toEqual([200, 200]);
    await leave(to(await mine.get('/api/v1/session/sso/end')), there);
    expect([await status(mine), await status(other)]).toEqual([401, 200]);
    expect(await owner.selectFrom('trail').select('after').where('verb', '=', 'access.signOutBySso').execute()).toHaveLength(1);

    const [notice = ''] = heard;
    const told = async (body: string) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return (await app.request('/api/v1/session/sso/logout', { method: 'POST', headers, body })).status;
    };
    const [head = '', payload = '', signature = ''] = notice.slice('logout_token='.length).split('.');
    const unsigned = Buffer.from('{"alg":"none","typ":"logout+jwt"}').toString('base64url');
    for (const forged of [`${head}.${payload}x.${signature}`, `${unsigned}.${payload}.`, 'none', `${head}.${payload}.${signature}`])
      expect(await told(`logout_token=${forged}`)).toBe(400);
    expect([await told(''), await told('logout_token=')]).toEqual([422, 422]);
    expect(await status(other)).toBe(200);
    await new Promise((done) => server.close(done));
    await own.stop();
  });
});

type Answering = (request: Request) => Promise<Response> | Response;

async function listening(answer: Answering) {
  return new Promise<{ server: ReturnType<typeof serve>; url: string }>((resolve) => {
    const server = serve({ fetch: answer, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve({ server, url: `http://127.0.0.1:${port}` }),
    );
  });
}

/** Signs out on the provider's own page. */
async function leave(url: string, there: ReturnType<typeof browser>): Promise<void> {
  const page = await there.note(await fetch(url, { headers: there.headers() })).text();
  const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page) ?? [];
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...there.headers() };
  const body = new URLSearchParams({ xsrf, logout: 'yes' });
  await fetch(new URL('/session/end/confirm', url), { method: 'POST', headers, body, redirect: 'manual' });
}
