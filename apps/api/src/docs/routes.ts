import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Language } from '@changming/phrases';
import { Hono } from 'hono';

import { newNonce, pageHeaders } from '../http/browser-safety.ts';
import type { ApiEnv } from '../http/env.ts';
import { pageOf } from './page.ts';
import { listedRoutes } from './listed-routes.ts';

/** `/api/docs`: made from the same contract that answers requests. It needs neither a script nor anything from elsewhere. */
export function docs(api: OpenAPIHono<ApiEnv>) {
  const app = new Hono<ApiEnv>();
  const made = new Map<Language, string>();
  app.get('/api/docs', async (c) => {
    const { language, secure, publicUrl } = c.var;
    const page = made.get(language) ?? (await pageOf(listedRoutes(api), language));
    made.set(language, page);
    const nonce = newNonce();
    const origin = publicUrl ?? new URL(c.req.url).origin;
    const shown = page.replaceAll('__NONCE__', nonce).replaceAll('__ORIGIN__', origin);
    return c.body(shown, 200, { ...pageHeaders(nonce, secure), 'content-type': 'text/html; charset=utf-8' });
  });
  return app;
}
