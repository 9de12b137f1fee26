import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { givenPassword } from '@changming/application/testing';
import type { Browser, Page } from 'playwright-core';
import { inject } from 'vitest';

import type { desk, phone } from './desk.ts';
import { closePages, leavePage, takePage } from './kept-pages.ts';
import { type Product, startProduct } from './product.ts';
import { sayWhatShows } from './what-shows.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');
const dayLength = 86_400_000;

/** Who is at which screen. */
type At = readonly [login: string, size: typeof desk | typeof phone];

/** A house of one test alone, whose clock the test moves: its programs read it from a file at each call. */
export type MovedHouse = {
  readonly product: Product;
  /** It is this day in the house, at the hour that it is. */
  readonly on: (day: string) => Promise<void>;
  /** `cm worker --until-idle`: what the hours of the worker would have brought by themselves by now. */
  readonly worked: () => Promise<void>;
  /** What somebody does who has signed in, on a page whose clock is that of the house. */
  readonly as: <Found>(at: At, act: (page: Page) => Promise<Found>) => Promise<Found>;
  /** What went wrong on any of the pages. */
  readonly faults: readonly string[];
  readonly stop: () => Promise<void>;
};

/** Founds it. No demo group, so whoever shall be in it is arranged; all sign in with `givenPassword`. */
export async function movedHouse(browser: Browser): Promise<MovedHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'cm-clock-'));
  const file = join(folder, 'clock');
  const clock = { days: 0 };
  const faults: string[] = [];
  await writeFile(file, '+P0D');
  const env = { CM_DEMO: '0', CM_CLOCK: `file:${file}`, NODE_COMPILE_CACHE: inject('compiled') };
  const product = await startProduct(env);
  return {
    product,
    async on(day) {
      clock.days = (Date.parse(day) - Date.parse(houseDay())) / dayLength;
      await writeFile(file, `+P${clock.days}D`);
    },
    worked: () => worked(product, env),
    async as([login, size], act) {
      const page = await takePage(browser, size, product.url);
      sayWhatShows(page);
      page.on('pageerror', (fault) => faults.push(`${login}: ${String(fault)}`));
      await page.clock.setSystemTime(Date.now() + clock.days * dayLength);
      await page.context().addInitScript(photosAreOfNow);
      await signIn(page, login);
      const found = await act(page);
      await leavePage(page);
      return found;
    },
    faults,
    async stop() {
      await closePages(product.url);
      await product.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Today in the house while its clock is not moved, in Asia/Shanghai. */
export function houseDay(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** A photo is taken by the clock of the page, too: a file that is handed to the browser bears the time of the machine. */
function photosAreOfNow(): void {
  Object.defineProperty(File.prototype, 'lastModified', { get: () => Date.now() });
}

async function signIn(page: Page, login: string): Promise<void> {
  const answer = await page.context().request.post('/api/v1/session', { data: { login, password: givenPassword } });
  if (answer.status() !== 204) throw new Error(`${login} could not sign in: ${answer.status()} ${await answer.text()}`);
}

async function worked({ dataDir, url }: Product, env: Readonly<Record<string, string>>): Promise<void> {
  const command = ['tooling/start/src/cm.ts', 'worker', '--until-idle'];
  const told = { ...process.env, CM_DATA_DIR: dataDir, PORT: new URL(url).port, ...env };
  await promisify(execFile)(process.execPath, command, { cwd: root, env: told });
}
