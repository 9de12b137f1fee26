import type { Browser, Page, Route } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { picture, signedIn } from './desk.ts';
import { asked } from './given-desk.ts';
import { leavePage, theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

const checks = /\/records\/check\?/u;

/** The records in the denominator of D2 of a unit with a total, for headquarters. */
async function recordsOf(page: Page): Promise<string> {
  const { items } = await asked<{ items: { id: string; periodKind: string }[] }>(page, 'get', '/assessments/runs?scheme=hazard-treatment');
  const runId = items.find(({ periodKind }) => periodKind === 'quarter')?.id;
  if (runId === undefined) throw new Error('no quarter of the demo group has been computed');
  const { items: rows } = await asked<{ items: { unitId: string; final: string | null }[] }>(
    page,
    'get',
    `/assessments/runs/${runId}/results`,
  );
  const unitId = rows.filter(({ final }) => final !== null).at(-1)?.unitId;
  if (unitId === undefined) throw new Error('no unit of the quarter has a total');
  return `/assessments/runs/${runId}/units/${unitId}?indicator=D2&side=denominator`;
}

test('the records are there before the check of all of them is; one that fails is asked again', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const held: Route[] = [];
  let line: 'slow' | 'down' | 'up' = 'slow';
  await page.route(checks, (route) => {
    if (line === 'slow') return void held.push(route);
    return line === 'down' ? route.abort() : route.continue();
  });
  await page.goto(await recordsOf(page));
  const drawer = page.getByRole('dialog');
  await drawer
    .getByRole('link', { name: /打开隐患 H-/ })
    .first()
    .waitFor();
  await drawer.getByText('正在逐条核对…').waitFor();
  await drawer.getByText(/当时计入 \d+ 条/).waitFor();
  await picture(page, 'assessments-records-checking');
  await expect.poll(() => held.length).toBe(1);

  line = 'down';
  await held[0]?.abort();
  await drawer.getByText('没能核对').waitFor({ timeout: 20_000 });
  line = 'up';
  await drawer.getByRole('button', { name: '再核对一次' }).click();
  await drawer.getByText('与计算时逐条相同').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await leavePage(page);
});

test('records that differ from the receipt say so, and how many are found now; in English too', async () => {
  const page = await signedIn(browser, 'hqSafety');
  /** The demo group has all its records, in sight: the answer comes as it would with one more out of sight. */
  await page.route(checks, async (route) => {
    const answer = await route.fetch();
    const told = (await answer.json()) as { counted: number };
    await route.fulfill({ response: answer, json: { ...told, found: told.counted + 1, unchanged: false } });
  });
  await page.goto(await recordsOf(page));
  const drawer = page.getByRole('dialog');
  await drawer.getByText('与计算时已有不同').waitFor();
  await drawer.getByText(/现在找到 \d+ 条/).waitFor();
  await drawer.getByText('其中 1 条不在您的管辖范围内，不能打开').waitFor();
  await picture(page, 'assessments-records-changed');
  expect(await axeFaults(page)).toEqual([]);
  await page.evaluate(() => localStorage.setItem('cm.locale', 'en'));
  await page.reload();
  await drawer.getByText('No longer the same').waitFor();
  await drawer.getByText(/\d+ are found now/).waitFor();
  await leavePage(page);
});
