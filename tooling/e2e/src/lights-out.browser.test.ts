import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { picture, signedIn } from './desk.ts';
import { asked, givenRoot, givenUnit } from './given-desk.ts';
import { inDays } from './given-hazards.ts';
import { leavePage, theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

/** The last day before today on which shifts were owed a confirmation: not every day is worked. */
async function lastEvening(page: Page): Promise<string> {
  for (let back = 1; back < 15; back += 1) {
    const { lines } = await asked<{ lines: object[] }>(page, 'get', `/inspections/lights-out?kind=lightsOut&on=${inDays(-back)}`);
    if (lines.length > 0) return inDays(-back);
  }
  throw new Error('no evening of the last two weeks was worked');
}

test('in the night headquarters sees which workshops are dark, goes below a company, and reads it on a phone', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const factory = await givenUnit(page, (await givenRoot(page)).id, 'factory');
  await givenUnit(page, factory.id, 'workshop');
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  await page.goto(`/inspections/lights-out?on=${await lastEvening(page)}`);
  const figures = page.locator('.lights-out__figures');
  await figures.waitFor();
  await page.locator('.lights-out__tile').first().waitFor();
  await page.locator('.lights-out__unplanned').waitFor();
  await picture(page, 'lights-out-board');
  faults.push(...(await axeFaults(page)));

  await page.getByRole('button', { name: '临溪羽绒服饰有限公司' }).click();
  await page.getByRole('heading', { name: '临溪羽绒服饰有限公司' }).waitFor();
  await page.getByText('除尘清扫', { exact: true }).click();
  await page.locator('.lights-out__tile', { hasText: '充绒车间' }).first().waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await picture(page, 'lights-out-phone');
  const spills = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

  await expect.poll(spills).toBe(false);
  expect(faults.join('\n')).toBe('');
  await leavePage(page);
});
