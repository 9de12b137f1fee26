import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

import { boundTo } from '@changming/database/server';

import type { ChildEnv } from './child-env.ts';
import { openLogFile } from './log-file.ts';
import { lastLines } from './run-to-end.ts';
import { sentences } from './sentences.ts';
import { StartFault } from './start-fault.ts';

export type ProgramPlan = {
  readonly name: string;
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: ChildEnv;
  readonly logPath: string;
};

export type Program = {
  /** From then on it is restarted for ever; before, the third crash is final. */
  readonly settled: () => void;
  /** Rejects with a StartFault when the program crashes three times before it is settled. */
  readonly failed: Promise<never>;
  readonly tail: () => string;
  /** SIGTERM, then after four seconds the kill. */
  readonly stop: () => Promise<void>;
};

const shortestPause = 500;
const longestPause = 10_000;
/** A program that ran this long starts again without the pauses of its earlier crashes. */
const healthy = 5_000;

/** Keeps a program running: restarted at once after a crash, after more of them with growing pauses, ended together with this process. */
export function keepRunning(plan: ProgramPlan): Program {
  const log = openLogFile(plan.logPath);
  const state = { child: null as ChildProcess | null, stopping: false, settled: false };
  const stopped = Promise.withResolvers<void>();
  const loop = async () => {
    for (let crashes = 0; !state.stopping; ) {
      const began = Date.now();
      const reason = await runOnce(plan, log.write, (child) => (state.child = child));
      state.child = null;
      if (state.stopping) break;
      crashes = Date.now() - began > healthy ? 1 : crashes + 1;
      if (!state.settled && crashes >= 3) throw new StartFault(sentences.neverReady(plan.name, lastLines(log.tail(), 20)));
      const pause = pauseAfter(crashes);
      process.stderr.write(`${sentences.crashed(plan.name, reason, pause)}\n`);
      await Promise.race([sleep(pause, undefined, { ref: false }), stopped.promise]);
    }
  };
  const ended = loop();
  const stop = async () => {
    state.stopping = true;
    stopped.resolve();
    state.child?.kill('SIGTERM');
    const kill = setTimeout(() => state.child?.kill('SIGKILL'), 4000);
    await ended.catch(() => undefined);
    clearTimeout(kill);
  };
  return { settled: () => void (state.settled = true), failed: rejectionOf(ended), tail: () => lastLines(log.tail(), 20), stop };
}

/** Milliseconds until the next start. Who crashed once was killed or met something rare; who crashes again and again must not fill the machine. */
function pauseAfter(crashes: number): number {
  return crashes === 1 ? 0 : Math.min(shortestPause * 2 ** (crashes - 2), longestPause);
}

function rejectionOf(ended: Promise<void>): Promise<never> {
  const failed = new Promise<never>((_, reject) => void ended.catch(reject));
  failed.catch(() => undefined);
  return failed;
}

function runOnce(plan: ProgramPlan, write: (chunk: Buffer) => void, started: (child: ChildProcess) => void): Promise<string> {
  return new Promise((resolve) => {
    const [program = '', ...args] = boundTo('KILL', plan.command);
    const child = spawn(program, args, { cwd: plan.cwd, env: plan.env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    started(child);
    child.stdout.on('data', write);
    child.stderr.on('data', write);
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? String(code)));
  });
}
