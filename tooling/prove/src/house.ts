import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Bare } from './clone.ts';

export type Running = {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Like Ctrl-C in a terminal: everything in the foreground hears it. */
  readonly interrupt: () => Promise<number | null>;
  readonly ended: () => Promise<number | null>;
};

/** Types `npx pnpm@12 <verb>` in the folder of a clone. */
export function type(bare: Bare, verb: 'start' | 'test'): Running {
  const [program, ...args] = [...bare.enter, 'npx', '--yes', 'pnpm@12', verb];
  const child = spawn(program, args, { cwd: bare.folder, env: bare.env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString('utf8')));
  const group = -(child.pid ?? 0);
  const abandon = () => void (child.exitCode === null && process.kill(group, 'SIGKILL'));
  process.once('exit', abandon);
  const exit = once(child, 'exit').then(([code]) => {
    process.off('exit', abandon);
    return code as number | null;
  });
  const interrupt = () => {
    process.kill(group, 'SIGINT');
    return exit;
  };
  return { child, said: () => chunks.join(''), interrupt, ended: () => exit };
}

/** Seconds until the house answers `/readyz`; fails with the end of what was said when it ends first or takes too long. */
export async function secondsUntilReady(bare: Bare, running: Running, patience: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const seconds = (performance.now() - began) / 1000;
    if (await isReady(bare)) return seconds;
    const gone = running.child.exitCode !== null || running.child.signalCode !== null;
    if (gone || seconds > patience)
      throw new Error(`${gone ? 'it ended' : `not ready after ${patience} s`}:\n${running.said().slice(-3000)}`);
    await sleep(100);
  }
}

export async function isReady({ port }: Bare): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5000) }).catch(() => null);
  return answer?.ok === true;
}

/** Signs in with a demo account, as the list that was printed says. */
export async function signIn({ folder, port }: Bare): Promise<string> {
  const rows = (await readFile(join(folder, '.data', 'demo-accounts.txt'), 'utf8')).trim().split('\n');
  const accounts = rows.map((row) => row.split('\t'));
  const [role, login, password] = accounts.find(([name]) => name === 'safetyOfficer') ?? accounts[0] ?? [];
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (answer.status !== 204) throw new Error(`signing in as ${role} was answered ${answer.status}: ${await answer.text()}`);
  return `as ${role}`;
}
