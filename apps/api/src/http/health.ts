import type { House } from '@changming/application/context';
import { Hono } from 'hono';

import type { ApiEnv } from './env.ts';

/** `/livez` asks nobody; `/readyz` asks the database. */
export function health(house: House) {
  const app = new Hono<ApiEnv>();
  app.get('/livez', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    const ready = await house.ready().then(
      () => true,
      () => false,
    );
    return ready ? c.text('ready') : c.text('not ready', 503);
  });
  return app;
}
