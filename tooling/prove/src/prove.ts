import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { type Bare, bareClone, type Setting } from './clone.ts';
import { isReady, type Running, secondsUntilReady, signIn, type } from './house.ts';
import { pidOf, processesOf, secondsUntilEmpty } from './processes.ts';
import { type Notebook, openNotebook, type Step, timed } from './steps.ts';

type Asked = { readonly root: string; readonly withTests: boolean; readonly tell: (step: Step) => void };

/** The programs of a running house, by their commands. */
const programs = { start: /^\S*node tooling\/start\/src\/main\.ts/, api: /apps\/api\/src\/main\.ts/, database: /\/postgres -D / } as const;

const firstPatience = 20 * 60;
const secondBound = 10;

/** Proves the two commands in one setting, step by step, and leaves nothing behind. */
export async function prove(setting: Setting, { root, withTests, tell }: Asked): Promise<readonly Step[]> {
  const book = openNotebook(tell);
  const made: Bare[] = [];
  await book.step('a bare clone', async () => ({ seconds: await timed(async () => made.push(await bareClone(root, setting))) }));
  const [bare] = made;
  if (bare === undefined) return book.steps();
  try {
    await proveStart(bare, book);
    if (withTests) await book.step('npx pnpm@12 test', () => testFinding(bare));
  } finally {
    await endWhatIsLeft(bare);
    await rm(bare.around, { recursive: true, force: true, maxRetries: 5 });
  }
  return book.steps();
}

async function endWhatIsLeft({ folder }: Bare): Promise<void> {
  for (const { pid } of await processesOf(folder)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
  await sleep(200);
}

async function proveStart(bare: Bare, book: Notebook): Promise<void> {
  const now: { house: Running | null } = { house: null };
  const starting = (patience: number) => () => {
    now.house = type(bare, 'start');
    return secondsUntilReady(bare, now.house, patience);
  };
  const again = starting(120);
  const signedIn = async () => {
    const began = performance.now();
    const note = await signIn(bare);
    return { seconds: (performance.now() - began) / 1000, note };
  };
  await book.step('first start, everything empty', async () => ({
    seconds: await starting(firstPatience)(),
    note: `path of ${bare.folder.length} characters`,
  }));
  await book.step('a demo account signs in', signedIn);
  await book.step('Ctrl-C ends all of it', () => interrupted(bare, now.house));
  await book.step('second start', async () => ({ seconds: await again(), atMost: secondBound }));
  await book.step('the same account signs in', signedIn);
  await book.step('kill -9 of PostgreSQL: it comes back, the API stays', () => databaseKilled(bare));
  await book.step('kill -9 of the start: nothing is left', () => startKilled(bare));
  await book.step('start after the kill', async () => ({ seconds: await again() }));
  await book.step('the same account signs in after the kills', signedIn);
  await book.step('SIGTERM to npx alone ends all of it', () => terminated(bare, now.house));
}

async function interrupted(bare: Bare, house: Running | null) {
  const code = house?.interrupt();
  const seconds = await secondsUntilEmpty(bare.folder, 20);
  await code;
  return { seconds };
}

async function databaseKilled(bare: Bare) {
  const before = await pidOf(bare.folder, programs.api);
  process.kill(await pidOf(bare.folder, programs.database), 'SIGKILL');
  const seconds = await timed(async () => {
    await sleep(200);
    for (const until = Date.now() + 60_000; !(await isReady(bare)); await sleep(100)) {
      if (Date.now() > until) throw new Error('not ready again within a minute');
    }
  });
  if ((await pidOf(bare.folder, programs.api)) !== before) throw new Error('the API was started anew');
  return { seconds, atMost: 10 };
}

async function startKilled(bare: Bare) {
  process.kill(await pidOf(bare.folder, programs.start), 'SIGKILL');
  return { seconds: await secondsUntilEmpty(bare.folder, 15), atMost: 5 };
}

async function terminated(bare: Bare, house: Running | null) {
  house?.child.kill('SIGTERM');
  return { seconds: await secondsUntilEmpty(bare.folder, 20) };
}

async function testFinding(bare: Bare) {
  const house = type(bare, 'test');
  const seconds = await timed(house.ended);
  if (house.child.exitCode !== 0) throw new Error(house.said().slice(-4000));
  return { seconds, note: house.said().trimEnd().split('\n').at(-1) ?? '' };
}
