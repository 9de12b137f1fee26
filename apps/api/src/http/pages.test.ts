import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Hono } from 'hono';
import { expect, test } from 'vitest';

import type { ApiEnv } from './env.ts';
import { pages } from './pages.ts';

const folder = await mkdtemp(join(tmpdir(), 'cm-web-'));
await mkdir(join(folder, 'assets'));
await writeFile(join(folder, 'index.html'), 'desk');
await writeFile(join(folder, 'm.html'), 'phone');
await writeFile(join(folder, 'assets', 'main-1.js'), 'code');
await writeFile(join(folder, 'assets', 'main-1.js.br'), 'small');
await writeFile(join(folder, 'assets', 'main-1.js.gz'), 'smaller than code');
await writeFile(join(folder, 'assets', 'alone-1.js'), 'alone');

const app = new Hono<ApiEnv>();
app.use(async (c, next) => {
  c.set('secure', true);
  await next();
});
app.route('/', pages(folder));

test.each([
  ['/hazards/1', 200, 'desk', 'no-store'],
  ['/m/checks', 200, 'phone', 'no-store'],
  ['/assets/main-1.js', 200, 'code', 'public, max-age=31536000, immutable'],
  ['/assets/main-of-another-version.js', 404, '', 'no-store'],
  ['/assets/', 404, '', 'no-store'],
])('%s is answered %i', async (path, status, content, cache) => {
  const answer = await app.request(path);

  expect([answer.status, await answer.text(), answer.headers.get('cache-control')]).toEqual([status, content, cache]);
});

test.each([
  ['main-1.js', 'gzip, deflate, br, zstd', 'small', 'br'],
  ['main-1.js', 'gzip, deflate', 'smaller than code', 'gzip'],
  ['main-1.js', 'br;q=0, gzip;q=0.5', 'smaller than code', 'gzip'],
  ['main-1.js', 'br;q=0.0, gzip; q=0', 'code', null],
  ['main-1.js', 'brotli', 'code', null],
  ['main-1.js', 'identity', 'code', null],
  ['alone-1.js', 'gzip, br', 'alone', null],
])('%s for whoever accepts %s is sent as %s', async (name, accepted, content, encoding) => {
  const answer = await app.request(`/assets/${name}`, { headers: { 'accept-encoding': accepted } });

  expect([await answer.text(), answer.headers.get('content-encoding')]).toEqual([content, encoding]);
  expect(answer.headers.get('vary')).toBe('accept-encoding');
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
});
