import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..', '..');

export type Product = {
  readonly url: string;
  readonly dataDir: string;
  /** Of the start command; the programs of the house are its children. */
  readonly pid: number;
  /** The demo account of a role: `login` and `password`. */
  readonly accounts: readonly Account[];
  readonly stop: () => Promise<void>;
};

export type Account = { readonly role: string; readonly login: string; readonly password: string };

/** Starts the whole product as a user would, with a fresh data directory and the demo group, and waits until it answers. */
export async function startProduct(env: Readonly<Record<string, string>> = {}): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cm-e2e-'));
  const product = await startProductIn(dataDir, env);
  const stop = async () => {
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...product, stop };
}

/** The same on a data directory that stays when the product has stopped: what was made in it is there at the next start. */
export async function startProductIn(dataDir: string, env: Readonly<Record<string, string>>): Promise<Product> {
  const port = await freePort();
  const child = spawn(process.execPath, ['tooling/start/src/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), CM_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, ended).catch((fault: unknown) => {
    child.kill('SIGTERM');
    throw new Error(`the product did not start: ${String(fault)}\n${said.join('')}`);
  });
  return {
    url,
    dataDir,
    pid: child.pid ?? 0,
    accounts: await accountsIn(dataDir),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function untilReady(url: string, ended: Promise<void>): Promise<void> {
  const state = { gone: false };
  void ended.then(() => Object.assign(state, { gone: true }));
  for (const until = Date.now() + 240_000; Date.now() < until; ) {
    if (state.gone) throw new Error('it ended');
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resume) => setTimeout(resume, 250));
  }
  throw new Error('it was not ready within four minutes');
}

async function accountsIn(dataDir: string): Promise<Account[]> {
  const text = await readFile(join(dataDir, 'demo-accounts.txt'), 'utf8').catch(() => '');
  const rows = text.split('\n').map((line) => line.split('\t'));
  return rows.flatMap(([role, login, password]) => (role && login && password ? [{ role, login, password }] : []));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
