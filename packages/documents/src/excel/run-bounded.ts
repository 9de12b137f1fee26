import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';

export type BoundedRun = {
  readonly script: string;
  readonly input: Buffer;
  readonly heapMegabytes: number;
  readonly wallTime: number;
};

/** Flags of a process that may read the program and nothing else: no writing, no processes, no add-ons. */
export function boundsOf(heapMegabytes: number): readonly string[] {
  return [`--max-old-space-size=${heapMegabytes}`, '--permission', '--allow-fs-read=*', '--no-warnings'];
}

/** Runs a script of ours on `input` and collects what it says; `late` when time ran out, `failed` when it fell. */
export async function runBounded({ script, input, heapMegabytes, wallTime }: BoundedRun) {
  const child = spawn(process.execPath, [...boundsOf(heapMegabytes), script], { env: {}, stdio: ['pipe', 'pipe', 'ignore'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), wallTime);
  const exit = once(child, 'exit');
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const output = await buffer(child.stdout);
  const [code, signal] = (await exit) as [number | null, string | null];
  clearTimeout(timer);
  if (signal === 'SIGKILL') return { output, outcome: 'late' } as const;
  return { output, outcome: code === 0 ? 'ended' : 'failed' } as const;
}
