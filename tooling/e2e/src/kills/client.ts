import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { givenPassword } from '@changming/application/testing';

import type { Journal } from './journal.ts';

/** Sends until it is acknowledged, always under the same key, as a phone does. */
export type Client = { readonly send: (path: string, body: object) => Promise<Record<string, unknown>> };

const patience = 60_000;

/** Somebody signed in. A refusal (4xx) is a fault of the run: nothing it sends may be refused. */
export async function openClient(url: string, login: string, journal: Journal): Promise<Client> {
  const signedIn = await fetch(`${url}/api/v1/session`, post({ login, password: givenPassword }, {}));
  if (signedIn.status !== 204) throw new Error(`${login} could not sign in: ${signedIn.status} ${await signedIn.text()}`);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return {
    send: async (path, body) => {
      const headers = { cookie, 'idempotency-key': randomUUID() };
      for (const until = Date.now() + patience; Date.now() < until; await sleep(100)) {
        const sent = performance.now();
        const answer = await fetch(`${url}/api/v1${path}`, post(body, headers)).then(read, () => ({ status: 0, text: '' }));
        if (answer.status >= 400 && answer.status < 500) throw new Error(`${path} was answered ${answer.status}: ${answer.text}`);
        if (answer.status >= 200 && answer.status < 300) {
          journal.lastSent.at = Math.max(journal.lastSent.at, sent);
          return JSON.parse(answer.text) as Record<string, unknown>;
        }
        journal.unanswered.set(answer.status, (journal.unanswered.get(answer.status) ?? 0) + 1);
      }
      throw new Error(`${path} was not acknowledged for a minute`);
    },
  };
}

/** An answer that breaks off in the middle is no answer. */
async function read(answer: Response): Promise<{ readonly status: number; readonly text: string }> {
  return { status: answer.status, text: await answer.text() };
}

function post(body: object, headers: Readonly<Record<string, string>>): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  };
}
