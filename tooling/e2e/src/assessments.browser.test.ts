import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { phone, picture, signedIn } from './desk.ts';
import { asked } from './given-desk.ts';
import { leavePage, theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

type Row = { readonly unitId: string; readonly unit: string; readonly final: string | null };
type Scored = { readonly runId: string; readonly rows: readonly Row[] };

/** The latest quarter of the demo group with its ranking. */
async function quarter(page: Page): Promise<Scored> {
  const { items } = await asked<{ items: { id: string; periodKind: string }[] }>(page, 'get', '/assessments/runs?scheme=hazard-treatment');
  const runId = items.find(({ periodKind }) => periodKind === 'quarter')?.id;
  if (runId === undefined) throw new Error('no quarter of the demo group has been computed');
  return { runId, rows: (await asked<{ items: Row[] }>(page, 'get', `/assessments/runs/${runId}/results`)).items };
}

/** A unit with a total, and hazards in the denominator of D2. */
function someScored({ rows }: Scored): Row {
  const row = rows.filter(({ final }) => final !== null).at(-1);
  if (row === undefined) throw new Error('no unit of the quarter has a total');
  return row;
}

test('headquarters comes from the ranking to the photo of a hazard in three clicks', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  const scored = await quarter(page);
  const row = someScored(scored);
  await page.goto(`/assessments/runs/${scored.runId}`);
  await page.locator('.chart__ground svg').waitFor();
  const open = page.locator('.data-table').getByRole('button', { name: row.unit, exact: true });
  await open.waitFor();
  await page.locator('.branch-figure strong').waitFor();
  await picture(page, 'assessments-ranking');
  faults.push(...(await axeFaults(page)));

  await open.click();
  const records = page.getByRole('button', { name: /隐患按期整改率：打开分母/ });
  await records.waitFor();
  await page.locator('.chart__ground svg').nth(1).waitFor();
  await picture(page, 'assessments-explanation');
  faults.push(...(await axeFaults(page)));
  await records.click();
  const hazard = page
    .getByRole('dialog')
    .getByRole('link', { name: /打开隐患 H-/ })
    .first();
  await hazard.waitFor();
  await page.getByText('与计算时逐条相同').waitFor();
  await picture(page, 'assessments-records');
  faults.push(...(await axeFaults(page)));
  await hazard.click();
  await page.waitForURL(/\/hazards\/[0-9a-f-]{36}$/u);
  await page.locator('img[src*="/api/v1/evidence/"]').first().waitFor();
  expect(faults).toEqual([]);
  await leavePage(page);
});

test('the last quarter is computed anew; its steps and its receipt stand beside it', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const { runId } = await quarter(page);
  await page.goto(`/assessments?run=${runId}`);
  const drawer = page.getByRole('dialog');
  await drawer.getByText('送单位确认').waitFor();
  await picture(page, 'assessments-process');
  await drawer.getByRole('tab', { name: '凭据' }).click();
  await drawer.getByText('结果哈希').waitFor();
  const hash = await drawer.locator('.receipt__hash').last().innerText();
  await picture(page, 'assessments-receipt');
  expect(hash).toMatch(/^[0-9a-f]{64}$/u);
  await drawer.getByRole('button', { name: '重新计算' }).click();
  await page.getByLabel('原因').fill('核对重算');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s*定/ })
    .click();
  await page.getByText('已经算好').waitFor({ timeout: 40_000 });
  await picture(page, 'assessments-runs');
  await page.getByRole('link', { name: '看排名' }).first().click();
  await page.locator('.data-table tbody tr').nth(1).waitFor();
  await leavePage(page);
});

test('the head of a unit sees its own score and what would raise it, and no other branch', async () => {
  const page = await signedIn(browser, 'unitHead');
  const own = await quarter(page);
  const elsewhere = await signedIn(browser, 'hqSafety');
  const foreign = (await quarter(elsewhere)).rows.find(({ unitId }) => own.rows.every((row) => row.unitId !== unitId));
  await leavePage(elsewhere);
  await page.goto('/');
  const scores = page.getByRole('article').filter({ has: page.getByRole('heading', { name: '考核得分' }) });
  await scores.locator('.home__item').first().waitFor();
  await picture(page, 'assessments-home-unit');
  await page.goto(`/assessments/runs/${own.runId}/units/${own.rows[0]?.unitId ?? ''}`);
  await page.getByText('怎样提高').waitFor();
  await page.getByRole('button', { name: '确认结果' }).waitFor();
  await page.goto(`/assessments/runs/${own.runId}/units/${foreign?.unitId ?? ''}`);
  await page.getByText('不在您的管辖范围内').waitFor();
  await leavePage(page);
});

test('a draft names the gap between its bands at the field, and what it lacks; in English too', async () => {
  const page = await signedIn(browser, 'hqSafety');
  await page.setViewportSize({ width: 1024, height: 900 });
  await page.goto('/assessments/schemes/garment-35/1');
  await page.getByText('8 项指标还没有数据来源').waitFor();
  await picture(page, 'assessments-scheme-1024');
  await page.getByRole('button', { name: '编辑草稿' }).click();
  await page.getByLabel('良好 到（不含）').fill('88');
  await page.locator('.scheme-fault').getByText('88 分到 90 分之间没有等级').waitFor();
  await picture(page, 'assessments-draft-gap');
  expect(await axeFaults(page)).toEqual([]);
  const { runId, rows } = await quarter(page);
  await page.goto(`/assessments/runs/${runId}/units/${rows[0]?.unitId ?? ''}`);
  await page.evaluate(() => localStorage.setItem('cm.locale', 'en'));
  await page.reload();
  await page.getByText('What would raise it most').waitFor();
  await page.locator('.chart__ground svg').first().waitFor();
  await picture(page, 'assessments-explanation-en-1024');
  await leavePage(page);
});

test('on a window of 360 px no page of the assessment is wider than the window, and what stands beside each other stacks', async () => {
  const page = await signedIn(browser, 'hqSafety', phone);
  const scored = await quarter(page);
  const { unitId } = someScored(scored);
  const ranking = `/assessments/runs/${scored.runId}`;
  const { items } = await asked<{ items: { code: string; version: number }[] }>(page, 'get', '/assessments/schemes');
  const schemes = items.map(({ code, version }) => `/assessments/schemes/${code}/${version}`);
  const read = async (path: string, shown: readonly string[]) => {
    await page.goto(path);
    await Promise.all(['h1', ...shown].map((each) => page.locator(each).first().waitFor()));
    await page.waitForLoadState('networkidle');
    await page
      .locator(shown.at(-1) ?? 'h1')
      .first()
      .scrollIntoViewIfNeeded();
    await picture(page, `assessments-360${path.replaceAll('/', '-').replace(/-runs-[0-9a-f-]{36}/u, '-run')}`);
    const widths = await Promise.all(
      shown.map((each) =>
        page
          .locator(each)
          .first()
          .evaluate((found) => found.clientWidth >= 220),
      ),
    );
    return [path, await page.evaluate(() => document.scrollingElement?.scrollWidth), ...widths];
  };

  const plain = [];
  for (const path of ['/assessments', '/assessments/findings', '/assessments/schemes', ...schemes]) plain.push(await read(path, []));
  expect(plain.filter(([, width]) => width !== phone.width)).toEqual([]);
  expect(await read(ranking, ['.branch-figure__grades', '.chart__ground'])).toEqual([ranking, phone.width, true, true]);
  const explanation = `${ranking}/units/${unitId}`;
  expect(await read(explanation, ['.line-table tbody th', '.six__by', '.chart__ground'])).toEqual([
    explanation,
    phone.width,
    true,
    true,
    true,
  ]);
  await leavePage(page);
});
