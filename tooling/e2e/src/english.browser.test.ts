import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { desk, phone, picture, signedIn } from './desk.ts';
import { leavePage, theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

/** Everything in Chinese that the page shows and that no answer of the API brought: words of the product that were left untranslated. */
async function chineseOn(page: Page, paths: readonly string[]): Promise<string[]> {
  const answers: string[] = [];
  const reading: Promise<unknown>[] = [];
  page.on('response', (answer) => {
    if (answer.url().includes('/api/v1/'))
      reading.push(
        answer.text().then(
          (text) => answers.push(text),
          () => null,
        ),
      );
  });
  const left: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await page.locator('h1, [aria-busy=false], main').first().waitFor();
    await page.waitForLoadState('networkidle');
    const words = await wordsOn(page);
    // What is on the page has been answered; only the copy of the answer may still be under way.
    await Promise.all(reading);
    const known = answers.join('\n');
    left.push(...words.filter((word) => !known.includes(word)).map((word) => `${path}: ${word}`));
  }
  return [...new Set(left)];
}

/** Runs of Chinese signs in what is read, hinted or read aloud; the name of the other language stays as it is. */
function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node.textContent ?? '');
    for (const name of ['placeholder', 'aria-label', 'title', 'alt'])
      for (const thing of document.body.querySelectorAll(`[${name}]`)) texts.push(thing.getAttribute(name) ?? '');
    return [document.title, ...texts].flatMap((text) => text.match(/[\u4e00-\u9fff]+/g) ?? []).filter((word) => word !== '中文');
  });
}

async function inEnglish(role: string, size: typeof desk | typeof phone = desk): Promise<Page> {
  const page = await signedIn(browser, role, size);
  await page.addInitScript(() => localStorage.setItem('cm.locale', 'en'));
  return page;
}

test.each<[role: string, paths: readonly string[]]>([
  ['hqSafety', ['/', '/units', '/persons', '/responsibility', '/hazards', '/hazards/triage', '/points', '/standards', '/imports']],
  ['systemAdmin', ['/accounts', '/accounts/by-list', '/account/security']],
  ['auditAdmin', ['/audit/trail']],
])('for %s the desk speaks English', async (role, paths) => {
  expect(await chineseOn(await inEnglish(role), paths)).toEqual([]);
});

test('the phone speaks English', async () => {
  expect(await chineseOn(await inEnglish('safetyOfficer', phone), ['/m', '/m/tasks', '/m/me'])).toEqual([]);
});

test('on a window of 360 px no page of the desk is wider than the window, and the menu is pulled out', async () => {
  const page = await signedIn(browser, 'hqSafety', phone);
  await page.goto('/');
  for (const path of ['/hazards', '/hazards/lists', '/hazards/triage', '/hazards/look-backs', '/analytics']) {
    await page.getByRole('button', { name: '展开菜单' }).click();
    const menu = page.getByRole('dialog', { name: '主菜单' });
    if (path === '/analytics') await menu.getByRole('menuitem', { name: '考核与分析' }).click();
    await menu.locator(`a[href="${path}"]`).click();
    await page.waitForURL(`**${path}`);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect([path, await page.evaluate(() => document.scrollingElement?.scrollWidth)]).toEqual([path, phone.width]);
  }
  await page.getByRole('button', { name: '展开菜单' }).click();
  await picture(page, 'desk-360-menu');
  await leavePage(page);
});
