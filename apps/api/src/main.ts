import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';

import { openSso } from '@changming/application/access';
import { openHouse } from '@changming/application/context';
import { secretsFrom } from '@changming/application/secrets';
import { serve } from '@hono/node-server';
import { pino } from 'pino';

import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { answerUnread } from './http/unread-request.ts';

const config = readConfig(process.env);
const log = pino({ redact: ['req.headers.cookie', 'req.headers.authorization', '*.password'] });
const secrets = secretsFrom(config.CM_SECRET_KEY);
const house = openHouse({
  url: config.DATABASE_API_URL,
  max: 16,
  named: config.DATABASE_PREPARE === 'on',
  clock: config.clock,
  secrets,
  production: config.production,
  onFault: ({ name, message }) => log.warn({ fault: name, why: message }, 'database connection lost'),
});
const webFolder = config.CM_WEB_DIR ?? join(import.meta.dirname, '..', '..', 'web', 'dist');
const app = buildApp({
  house,
  log,
  files: config.files,
  secure: config.secure,
  ...(config.PUBLIC_URL === undefined ? {} : { publicUrl: config.PUBLIC_URL }),
  ...(existsSync(webFolder) ? { webFolder } : {}),
  ...(config.sso === null ? {} : { sso: openSso({ ...config.sso, secrets }) }),
});

/** In milliseconds, longer than proxies and clients keep one: where the server ends a connection first, a request meets a closed door. */
const keepAliveTimeout = 75_000;
const listening =
  config.CM_TLS_CERT !== undefined && config.CM_TLS_KEY !== undefined
    ? { createServer, serverOptions: { cert: readFileSync(config.CM_TLS_CERT), key: readFileSync(config.CM_TLS_KEY), keepAliveTimeout } }
    : { serverOptions: { keepAliveTimeout } };
const server = serve({ fetch: app.fetch, hostname: config.HOST, port: config.PORT, ...listening }, ({ port }) => {
  log.info({ port }, 'listening');
  // Kept now: a process that is killed could not, and the next one is to be back sooner.
  flushCompileCache();
});

server.on('clientError', answerUnread);

/** Stops taking requests, lets the running ones end, then leaves; after 25 s it leaves anyway. */
function leave(): void {
  setTimeout(() => process.exit(1), 25_000).unref();
  server.close(() => void house.close().finally(() => process.exit(0)));
}
process.once('SIGTERM', leave);
process.once('SIGINT', leave);
process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'unhandled rejection'));
