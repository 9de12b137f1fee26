import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

import { Hono } from 'hono';

import { everyAnswer, newNonce, pageHeaders } from './browser-safety.ts';
import type { ApiEnv } from './env.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * Serves the built web: `/m…` is the phone's own light entry, everything else the desk's. A part that is not there, of another version
 * perhaps, is 404 and never a page: whoever asked for it would keep the page in its place.
 */
export function pages(folder: string) {
  const app = new Hono<ApiEnv>();
  app.get('*', async (c) => {
    const file = await assetAt(folder, c.req.path);
    if (file !== null)
      return c.body(file.content, 200, { ...everyAnswer(c.var.secure), 'content-type': file.type, 'cache-control': file.cache });
    if (c.req.path.startsWith('/assets/')) return c.body(null, 404, { ...everyAnswer(c.var.secure), 'cache-control': 'no-store' });
    const page = /^\/m(\/|$)/.test(c.req.path) ? 'm.html' : 'index.html';
    const nonce = newNonce();
    const html = (await readFile(join(folder, page), 'utf8')).replaceAll('__CSP_NONCE__', nonce);
    return c.html(html, 200, { ...pageHeaders(nonce, c.var.secure), 'cache-control': 'no-store' });
  });
  return app;
}

async function assetAt(folder: string, path: string): Promise<{ content: Uint8Array<ArrayBuffer>; type: string; cache: string } | null> {
  const type = types[extname(path)];
  const file = normalize(join(folder, decodeURIComponent(path)));
  if (type === undefined || !file.startsWith(folder + sep)) return null;
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) return null;
  const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  return { content: new Uint8Array(await readFile(file)), type, cache };
}
