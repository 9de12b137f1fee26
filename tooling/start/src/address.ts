import { createServer } from 'node:net';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Config } from './config.ts';
import { sentences } from './sentences.ts';
import { StartFault } from './start-fault.ts';

/** How this machine reaches the API, such as `http://127.0.0.1:8080`. */
export function localAddress({ host, port, tls }: Pick<Config, 'host' | 'port' | 'tls'>): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `${tls === null ? 'http' : 'https'}://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/** @throws StartFault where another program listens there */
export function checkPortFree({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(new StartFault(taken ? sentences.portTaken(host, port) : sentences.hostUnusable(host, error.code ?? error.message)));
    });
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  });
}

/** True when `/readyz` answers 200 within the patience (in milliseconds). */
export async function isReadyWithin(address: string, patience: number): Promise<boolean> {
  for (const until = Date.now() + patience; Date.now() < until; await sleep(100)) {
    if ((await statusOf(`${address}/readyz`)) === 200) return true;
  }
  return false;
}

function statusOf(url: string): Promise<number | null> {
  return new Promise((resolve) => {
    const secure = url.startsWith('https:');
    const options = { timeout: 5000, agent: false, ...(secure ? { rejectUnauthorized: false } : {}) };
    const asked = (secure ? requestSecure : requestPlain)(url, options, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? null);
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(null));
    asked.end();
  });
}
