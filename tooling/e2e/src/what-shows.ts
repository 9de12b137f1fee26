import type { Page } from 'playwright-core';
import { onTestFailed, TestRunner } from 'vitest';

import { hasPage } from './kept-pages.ts';

/** When the test fails, its report ends with what somebody in front of the page would have read, unless he has left it. */
export function sayWhatShows(page: Page): void {
  if (TestRunner.getCurrentTest() === undefined) return;
  onTestFailed(async ({ task }) => {
    const [error] = task.result?.errors ?? [];
    if (error !== undefined && hasPage(page)) error.stack = `${error.stack ?? error.message}\n${await shown(page)}`;
  });
}

async function shown(page: Page): Promise<string> {
  const dialogs = page.locator('[role=dialog]:visible');
  const part = (await dialogs.count()) > 0 ? dialogs.last() : page.locator('body');
  const text = await part.ariaSnapshot({ timeout: 5_000 }).catch((fault: Error) => fault.message);
  return `The page ${page.url()} shows:\n${text.slice(0, 4000)}`;
}
