import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export type Ended = { readonly ok: boolean; readonly output: string };

type Wanted = {
  readonly root: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly minutes?: number;
  readonly env?: NodeJS.ProcessEnv;
};

/** Runs one of the project's own programs at `root` and keeps what it said. It is ended when it takes longer than `minutes`. */
export function runProgram({ root, command, args, minutes = 6, env = {} }: Wanted): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...environmentAt(root), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: minutes * 60_000,
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => parts.push(part));
    child.on('error', (error) => resolve({ ok: false, output: String(error) }));
    child.on('close', (code, signal) => {
      const late = signal === null ? '' : `\nended by ${signal}, at most ${minutes} minutes are given`;
      resolve({ ok: code === 0, output: Buffer.concat(parts).toString('utf8') + late });
    });
  });
}

export function environmentAt(root: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    CI: 'true',
    NO_COLOR: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    /** Whoever starts the product in a test compiles nothing that another has compiled. */
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.compiled'),
    /** The lint's checker is written in Go: it collects its memory only at this bound. */
    GOGC: 'off',
    GOMEMLIMIT: '4GiB',
    PATH: [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter),
  };
}
