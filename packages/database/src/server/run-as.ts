import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';

/** PostgreSQL refuses to run as root. `self` for others; `namespace` keeps the files root's; `nobody` is the way out where namespaces are forbidden. */
export type RunAs = 'self' | 'namespace' | 'nobody';

export const nobody = 65534;

export function chooseRunAs(): RunAs {
  if (process.getuid?.() !== 0) return 'self';
  return works('unshare', [...mapped, 'true']) ? 'namespace' : 'nobody';
}

const mapped = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--'];

/**
 * The command, bound to the life of the thread that spawns it: that thread's end, even by a kill, sends the signal.
 * Unchanged where there is no `setpriv` (macOS): the next start then takes care of what was left behind.
 */
export function boundTo(signal: 'INT' | 'KILL' | 'TERM', command: readonly string[]): readonly string[] {
  return works('setpriv', ['--pdeathsig', 'TERM', '--', 'true']) ? ['setpriv', '--pdeathsig', signal, '--', ...command] : command;
}

/**
 * Starts a program as the chosen user, in its own process group so that Ctrl-C reaches only the launcher; interrupted when that ends.
 */
export function spawnAs(as: RunAs, command: readonly string[], options: SpawnOptions): ChildProcess {
  const enter = as === 'namespace' ? ['unshare', ...mapped] : [];
  const [program = '', ...args] = [...enter, ...boundTo('INT', command)];
  const user = as === 'nobody' ? { uid: nobody, gid: nobody } : {};
  const env = { PATH: process.env['PATH'], LC_ALL: 'C' };
  return spawn(program, args, { detached: true, env, ...user, ...options });
}

export function runAs(as: RunAs, command: readonly string[]): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawnAs(as, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: string[] = [];
    const keep = (chunk: Buffer) => chunks.push(chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, output: chunks.join('') }));
  });
}

const probed = new Map<string, boolean>();

function works(program: string, args: readonly string[]): boolean {
  const known = probed.get(program);
  if (known !== undefined) return known;
  const found = process.platform === 'linux' && spawnSync(program, args, { stdio: 'ignore' }).status === 0;
  probed.set(program, found);
  return found;
}
