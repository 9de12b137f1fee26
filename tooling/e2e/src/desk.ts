import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { inject, onTestFinished, TestRunner } from 'vitest';

import { leavePage, takePage } from './kept-pages.ts';
import { sayWhatShows } from './what-shows.ts';

export const desk = { width: 1440, height: 900 } as const;
export const phone = { width: 360, height: 740 } as const;

const shots = resolve(import.meta.dirname, '..', '..', '..', 'test-results', 'screenshots');

/** The page of somebody who has signed in as the demo account of a role. Faults on the page fail the test that asks. */
export async function signedIn(browser: Browser, role: string, size: typeof desk | typeof phone = desk): Promise<Page> {
  const account = inject('accounts').find((each) => each.role === role);
  if (account === undefined) throw new Error(`there is no demo account for ${role}`);
  const page = await nobody(browser, size);
  const { login, password } = account;
  const answer = await page.context().request.post('/api/v1/session', { data: { login, password } });
  if (answer.status() !== 204) throw new Error(`signing in as ${role} was answered ${answer.status()}: ${await answer.text()}`);
  return page;
}

/**
 * A page on which nobody has signed in, until the test has finished or leaves it. Nothing moves on it, so that what is seen can be pressed.
 * One on which a test failed is left as it stands, for the report to say what shows.
 */
export async function nobody(browser: Browser, size: typeof desk | typeof phone = desk): Promise<Page> {
  const page = await takePage(browser, size);
  if (TestRunner.getCurrentTest() === undefined) return page;
  sayWhatShows(page);
  onTestFinished(async ({ task }) => {
    if (task.result?.state !== 'fail') await leavePage(page);
  });
  return page;
}

/** Keeps a picture of the page under `test-results/screenshots`, for people to look at, when `CM_PICTURES` asks for them: each costs half a second. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['CM_PICTURES'] === undefined) return;
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}
