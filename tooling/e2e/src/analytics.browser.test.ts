import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { picture, signedIn } from './desk.ts';
import { leavePage, theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

test('an analyst finds what the data mean, copies an example and takes a file home', async () => {
  const page = await signedIn(browser, 'analyst');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));

  await page.goto('/analytics');
  await page.getByRole('menuitem', { name: '隐患', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: '隐患 hazards' }).waitFor();
  await page.getByRole('cell', { name: '是否按期' }).waitFor();
  await picture(page, 'analytics-datasets');

  await page.getByRole('button', { name: '复制' }).first().click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^curl -H "Authorization: Bearer \$TOKEN" "http:\/\/127\.0\.0\.1:\d+\/api\/v1\/analytics\/hazards\?/);

  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载 CSV' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^hazards-\d{4}-\d{2}-\d{2}\.csv$/);
  const text = await streamed(await file.createReadStream());
  expect(text.slice(0, 20)).toMatch(/^\uFEFF隐患编号（系统）,隐患编号,/);
  expect(text.split('\n').length).toBeGreaterThan(5);

  await page.goto('/api/docs');
  await page.getByRole('heading', { level: 1, name: '长明接口文档' }).waitFor();
  await picture(page, 'api-docs');
  expect(faults).toEqual([]);
  await leavePage(page);
});

async function streamed(stream: AsyncIterable<unknown>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
