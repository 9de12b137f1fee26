import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { desk, picture, signedIn } from './desk.ts';
import { asked, givenRoot, givenUnit } from './given-desk.ts';
import { theBrowser } from './kept-pages.ts';

/** A fortnight ahead: until its month ends there is a working day that has not begun, whatever the date. */
const dayAhead = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

test('headquarters sees who is on duty and plans a month by a list', async () => {
  const page = await signedIn(browser, 'hqSafety', desk);
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  await page.goto('/workforce/watch');
  await page.getByRole('columnheader', { name: '一周内空岗' }).waitFor();
  await picture(page, 'watch-board');
  faults.push(...(await axeFaults(page)));

  const { person } = await asked<{ person: { id: string; name: string } }>(page, 'get', '/me');
  const unit = await givenUnit(page, (await givenRoot(page)).id, 'factory');
  await page.goto(`/workforce/watch?unit=${unit.id}`);
  await page.getByText('这个单位还没有值班安排').waitFor();
  await page.getByRole('button', { name: '值班安排' }).click();
  await page.getByLabel('工作日白班').check();
  await page.getByLabel('每班带班领导（人）').fill('0');
  await picture(page, 'watch-arrange');
  await page.getByRole('button', { name: /保\s*存/ }).click();
  await page.getByText('这个月还没有排班').waitFor();
  const month = dayAhead.slice(0, 7);
  await asked(page, 'post', '/watch/roster', { unitId: unit.id, month, leaders: [], keepers: [person.id] });
  await page.goto(`/workforce/watch?unit=${unit.id}&month=${month}`);
  await page.getByRole('row').filter({ hasText: person.name }).first().waitFor();
  await picture(page, 'watch-roster');
  faults.push(...(await axeFaults(page)));

  expect(faults).toEqual([]);
});
