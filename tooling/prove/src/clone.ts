import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { bareEnvironment } from './machine.ts';

export type Who = 'as it is' | 'ordinary user';
export type Setting = { readonly title: string; readonly who: Who; readonly path: 'short' | 'long, with spaces' };
export type Bare = {
  /** Holds everything and is removed in the end. */
  readonly around: string;
  readonly folder: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Goes before a command so that the chosen user runs it. */
  readonly enter: readonly string[];
};

const run = promisify(execFile);
/** Nobody: whoever owns nothing on the machine. */
const ordinary = 65534;

/** Clones what is committed into a fresh folder, with a home and caches that hold nothing. */
export async function bareClone(root: string, { who, path }: Setting): Promise<Bare> {
  const around = await mkdtemp(join(tmpdir(), 'cm-prove-'));
  await chmod(around, 0o755);
  const folder = join(around, path === 'short' ? 'house' : longName(around));
  await mkdir(folder, { recursive: true });
  await run('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, folder]);
  const env = await bareEnvironment(process.env, { bin: join(around, 'bin'), home: join(around, 'home') });
  const port = await freePort();
  if (who === 'as it is') return { around, folder, port, env: { ...env, PORT: String(port) }, enter: [] };
  await run('chown', ['-R', '-h', `${ordinary}:${ordinary}`, around]);
  await chown(around, ordinary, ordinary);
  const enter = ['setpriv', '--reuid', String(ordinary), '--regid', String(ordinary), '--clear-groups', '--'];
  return { around, folder, port, env: { ...env, PORT: String(port) }, enter };
}

/** More than 200 characters in all, in parts that are no longer than a name may be. */
function longName(around: string): string {
  const part = 'work safety of a group company';
  const count = Math.ceil((205 - around.length) / (part.length + 1));
  return join(...Array.from({ length: count }, () => part));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
