import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { signedIn } from './desk.ts';
import { theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

test('the long menu of headquarters is folded by groups: any page is two clicks away, where one is stays in sight, and what is open stays so', async () => {
  const page = await signedIn(browser, 'hqSafety');
  await page.goto('/');
  const menu = page.getByRole('navigation', { name: '主菜单' });
  const line = (name: string) => menu.getByRole('link', { name, exact: true });
  await line('隐患台账').waitFor();
  expect(await line('点位').isVisible()).toBe(false);

  await menu.getByRole('menuitem', { name: '基础台账' }).click();
  await line('点位').click();
  await page.waitForURL('**/points');
  await menu.getByRole('menuitem', { name: '隐患治理' }).click();
  await expect.poll(() => line('隐患台账').isVisible()).toBe(false);
  await page.reload();
  await line('点位').waitFor();
  expect(await line('隐患台账').isVisible()).toBe(false);

  await page.goto('/hazards/look-backs');
  await line('回头看').waitFor();
});
