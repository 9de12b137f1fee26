import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, onTestFinished, test } from 'vitest';

import { findProcess } from './process-table.ts';
import { goneWithin } from './stop.ts';
import { ask, givenFolder, givenServer } from './testing/scratch.ts';

test('a server ends within five seconds of the kill of its launcher', async () => {
  const { launcher, pid } = await givenLauncher(join(await givenFolder(), 'data'));

  launcher.kill('SIGKILL');

  expect(await goneWithin(pid, 5000)).toBe(true);
});

test('the next start takes over from a launcher that was killed a moment ago', async () => {
  const dataDir = join(await givenFolder(), 'data');
  const { launcher, pid } = await givenLauncher(dataDir);

  launcher.kill('SIGKILL');
  // A signal takes effect later than it is sent, and until then the server is looked after.
  await once(launcher, 'exit');
  const next = await givenServer({ dataDir });

  expect(next.pid).not.toBe(pid);
  expect(await findProcess(pid)).toBeNull();
  expect(await ask(next, 'select 1 as one')).toEqual({ one: 1 });
});

test('a server that is shared tells when it ends', async () => {
  const dataDir = join(await givenFolder(), 'data');
  const { pid } = await givenLauncher(dataDir);
  const shared = await givenServer({ dataDir });

  process.kill(pid, 'SIGQUIT');
  await shared.ended;

  expect(shared.pid).toBe(pid);
});

async function givenLauncher(dataDir: string): Promise<{ launcher: ChildProcess; pid: number }> {
  const program = fileURLToPath(new URL('./testing/launcher.ts', import.meta.url));
  const launcher = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void launcher.kill('SIGTERM'));
  const [line] = (await once(launcher.stdout, 'data')) as [Buffer];
  return { launcher, pid: Number(line.toString()) };
}
