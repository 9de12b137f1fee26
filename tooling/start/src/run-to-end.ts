import { spawn } from 'node:child_process';

import { boundTo } from '@changming/database/server';

import type { ChildEnv } from './child-env.ts';

export type Ending = { readonly ok: boolean; readonly output: string };
export type Errand = { readonly command: readonly string[]; readonly cwd: string; readonly env: ChildEnv };

/** Runs a program to its end, quietly; its output is kept for the case that it fails. It ends when this process does. */
export function runToEnd({ command, cwd, env }: Errand): Promise<Ending> {
  return new Promise((resolve) => {
    const [program = '', ...args] = boundTo('KILL', command);
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString() }));
  });
}

export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
