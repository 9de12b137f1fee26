import { lstat, mkdir, readdir, rmdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { removeForsaken } from './forsaken-folders.ts';
import { launchPostgres } from './launch.ts';
import { preparePlace, prepareSocketFolder } from './place.ts';
import { startPostmaster } from './postmaster.ts';
import { ask, givenFolder, givenServer } from './testing/scratch.ts';

const isThere = async (path: string) => (await lstat(path).catch(() => null)) !== null;

/** As if nothing had stirred in it for an hour. */
async function long(folder: string): Promise<void> {
  const then = new Date(Date.now() - 3_600_000);
  for (const name of await readdir(folder)) await utimes(join(folder, name), then, then);
  await utimes(folder, then, then);
}

/** The socket folder of a server that was killed, with what it left there. */
async function givenLeft(): Promise<string> {
  const server = await givenServer({ dataDir: join(await givenFolder(), 'data') });
  process.kill(server.pid, 'SIGKILL');
  await server.ended;
  return server.socketDir;
}

test('a server that is stopped takes its socket folder along', async () => {
  const server = await launchPostgres({ dataDir: join(await givenFolder(), 'data'), durable: false });
  expect(await isThere(server.socketDir)).toBe(true);

  await server.stop();

  expect(await isThere(server.socketDir)).toBe(false);
});

test('what a killed server left is removed by the next start of any other, and running servers keep theirs', async () => {
  const running = await givenServer({ dataDir: join(await givenFolder(), 'data') });
  const left = await givenLeft();
  await long(running.socketDir);
  expect((await readdir(left)).toSorted()).toEqual(['.s.PGSQL.5432', '.s.PGSQL.5432.lock']);
  await givenServer({ dataDir: join(await givenFolder(), 'data') });
  expect(await isThere(left)).toBe(true);
  await long(left);

  await givenServer({ dataDir: join(await givenFolder(), 'data') });

  expect(await isThere(left)).toBe(false);
  expect(await ask(running, 'select 1 as one')).toEqual({ one: 1 });
});

test('the same data can be served again at once, though the folder is removed while the server starts', async () => {
  const dataDir = join(await givenFolder(), 'data');
  const first = await givenServer({ dataDir });
  await first.stop();
  const place = await preparePlace(dataDir, 18);
  await prepareSocketFolder(place);
  await rmdir(place.socketDir);

  expect(await startPostmaster(place)).toMatchObject({ started: null, held: true });
  const second = await givenServer({ dataDir });

  expect(await ask(second, 'select 1 as one')).toEqual({ one: 1 });
});

const name = (n: number) => `changming-${String(n).padStart(16, '0')}`;

/** A folder like those in which servers listen. */
async function given(parent: string, n: number, fill: (folder: string) => Promise<unknown> = async () => undefined): Promise<string> {
  const folder = join(parent, name(n));
  await mkdir(folder);
  await fill(folder);
  await long(folder);
  return folder;
}

const lock = (pid: number) => (folder: string) => writeFile(join(folder, '.s.PGSQL.5432.lock'), `${pid}\n/nowhere\n`);

test('a folder goes only when it is this user’s, has long stood still, and nobody can be behind it', async () => {
  const parent = await givenFolder();
  const running = await givenServer({ dataDir: join(await givenFolder(), 'data') });
  const listener = createServer();
  onTestFinished(() => void listener.close());
  const goes = [await given(parent, 1), await given(parent, 2, lock(2 ** 22 + 1)), await given(parent, 3, lock(process.pid))];
  const stays = [
    await given(parent, 4, lock(running.pid)),
    await given(parent, 5, (folder) => new Promise<void>((open) => listener.listen(join(folder, '.s.PGSQL.5432'), open))),
    await given(parent, 6, (folder) => writeFile(join(folder, 'notes.txt'), '')),
    await given(parent, 7, (folder) => writeFile(join(folder, '.s.PGSQL.5432.lock'), 'nothing')),
    join(parent, name(8)),
    join(parent, name(9)),
    join(parent, 'changming-other'),
  ];
  await symlink(await given(parent, 10, (folder) => writeFile(join(folder, 'notes.txt'), '')), join(parent, name(8)));
  await mkdir(join(parent, name(9)));
  await mkdir(join(parent, 'changming-other'));
  await long(join(parent, 'changming-other'));

  await removeForsaken(parent, { user: (process.getuid?.() ?? 0) + 1000 });
  expect(await Promise.all(goes.map(isThere))).toEqual([true, true, true]);
  await removeForsaken(parent);

  expect(await Promise.all(goes.map(isThere))).toEqual([false, false, false]);
  expect(await Promise.all(stays.map(isThere))).toEqual(stays.map(() => true));
});
