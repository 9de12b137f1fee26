import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { phone, picture, signedIn } from './desk.ts';
import { asked } from './given-desk.ts';
import { leavePage, theBrowser } from './kept-pages.ts';
import { expectFitForThumbs, givenPhoto, thumbOn } from './phone.ts';

type Point = { readonly id: string; readonly code: string; readonly name: string; readonly unitId: string; readonly unit: string };
type Me = { readonly person: { readonly id: string } };

const tag = `${process.pid % 1000}`.padStart(3, '0');
const code = `QE${tag}`;
const name = `试验点检表${tag}`;

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

test('a checklist is published, planned, checked at its plate on a phone, and a failure is a hazard on the board', async () => {
  const faults: string[] = [];
  const watched = (page: Page) => page.on('pageerror', (fault) => faults.push(String(fault)));
  const hq = await signedIn(browser, 'hqSafety');
  const worker = await signedIn(browser, 'worker', phone);
  watched(hq);
  watched(worker);
  await publishChecklist(hq);
  const point = await planDaily(await signedIn(browser, 'safetyOfficer'), await asked<Me>(worker, 'get', '/me'));

  const number = await checkAtPlate(worker, point);

  await seenOnBoard(hq, { point, number });
  expect(faults).toEqual([]);
});

/** Headquarters writes two items, one of them a reading, and publishes them. */
async function publishChecklist(hq: Page): Promise<void> {
  const { items } = await asked<{ items: { id: string }[] }>(hq, 'get', '/units');
  const unitId = items[0]?.id ?? '';
  const { id } = await asked<{ id: string }>(hq, 'post', '/inspections/checklists', {
    unitId,
    code,
    name,
    kind: 'inspection',
    keyArea: 'fire',
  });
  await hq.goto(`/inspections/checklists/${id}?draft=true`);
  await hq.getByRole('button', { name: '添加条目' }).click();
  const form = hq.getByRole('dialog');
  await form.getByLabel('检查内容', { exact: true }).fill('出口畅通，没有上锁');
  await form.getByText('环境因素').click();
  await choose(hq, '异常时报为隐患的类别', '通道出口');
  await form.getByRole('button', { name: /保\s?存/ }).click();
  await hq.getByText('出口畅通，没有上锁').waitFor();
  await hq.getByRole('button', { name: '添加条目' }).click();
  await form.getByLabel('检查内容', { exact: true }).fill('管网压力');
  await form.getByText('读数', { exact: true }).click();
  await form.getByLabel('单位', { exact: true }).fill('MPa');
  await form.getByLabel('不低于').fill('0.1');
  await form.getByText('物的因素').click();
  await choose(hq, '异常时报为隐患的类别', '消防设施');
  await form.getByRole('button', { name: /保\s?存/ }).click();
  await hq.getByText('≥ 0.1 MPa').waitFor();
  await picture(hq, 'inspections-checklist');
  await hq.getByRole('button', { name: '发布', exact: true }).click();
  await form.getByRole('button', { name: '发布', exact: true }).click();
  await hq.getByText('第 1 版已发布').waitFor();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label).click();
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
}

/** The factory plans it daily at one point of the workshop, by the worker. */
async function planDaily(officer: Page, { person }: Me): Promise<Point> {
  const { items: points } = await asked<{ items: Point[] }>(officer, 'get', '/points?q=消火栓箱');
  const { items: lists } = await asked<{ items: { id: string; code: string }[] }>(officer, 'get', `/inspections/checklists?q=${code}`);
  const point = points.find(({ unit }) => unit === '缝制一车间');
  if (point === undefined) throw new Error('the workshop has no hydrant');
  await asked(officer, 'post', '/inspections/plans', {
    unitId: point.unitId,
    checklistId: lists[0]?.id,
    name,
    points: { of: 'listed', pointIds: [point.id] },
    cadence: { every: 'day' },
    restDays: 'keep',
    doer: { by: 'person', personId: person.id },
    from: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
  });
  await officer.goto(`/inspections/plans?q=${name}`);
  await officer.getByRole('button', { name }).click();
  await officer.getByText('接下来要查的').waitFor();
  await picture(officer, 'inspections-plan');
  expect(await axeFaults(officer)).toEqual([]);
  await leavePage(officer);
  return point;
}

/** What the worker owes today, by the names of the plans. */
async function plansOwed(page: Page): Promise<string[]> {
  const { items } = await asked<{ items: { plan: string }[] }>(page, 'get', '/inspections/mine');
  return items.map(({ plan }) => plan);
}

/** Scans, begins, answers both items, sends: n + 3 taps, the photo and the hazard beside. */
async function checkAtPlate(page: Page, { code: plate }: Point): Promise<string> {
  const thumb = thumbOn(page);
  await expect.poll(() => plansOwed(page), { timeout: 20_000 }).toContain(name);
  await page.goto('/m/checks');
  await page.getByRole('button', { name: new RegExp(name) }).waitFor();
  await picture(page, 'inspections-phone-today');
  await expectFitForThumbs(page);

  await page.goto(`/m/p/${plate}`);
  await thumb.tap(new RegExp(name));
  await page.getByText('已查 0/2').waitFor();
  await expectFitForThumbs(page);
  await picture(page, 'inspections-phone-unset');
  await thumb.tap('异常');
  await page.getByText('请拍一张照片').waitFor();
  await thumb.shoot(await givenPhoto(page, 40));
  await page.getByRole('img', { name: '现场照片' }).waitFor();
  await thumb.tap('报为隐患', 'switch');
  await page.getByLabel('管网压力 读数').fill('0,05');
  await page.getByText('超出范围，按异常记').waitFor();
  await picture(page, 'inspections-phone-failed');
  await page.getByLabel('管网压力 读数').fill('0,35');
  await page.getByText('超出范围，按异常记').waitFor({ state: 'detached' });
  await expectFitForThumbs(page);
  await thumb.tap('提交');
  await page.getByRole('heading', { name: '检查完成' }).waitFor();
  const hazard = page.getByRole('button', { name: /H-\d{4}-\d{6}/ });
  await hazard.waitFor();
  await picture(page, 'inspections-phone-receipt');
  expect(thumb.taps()).toBe(5);
  const number = /H-\d{4}-\d{6}/.exec((await hazard.textContent()) ?? '')?.[0] ?? '';
  await leavePage(page);
  return number;
}

/** The board counts it, and from there it is three presses to the hazard. */
async function seenOnBoard(hq: Page, { point, number }: { readonly point: Point; readonly number: string }): Promise<void> {
  await hq.goto(`/inspections/coverage?unitId=${point.unitId}`);
  await hq.getByText('点位覆盖率').first().waitFor();
  await picture(hq, 'inspections-coverage');
  expect(await axeFaults(hq)).toEqual([]);
  await hq.goto(`/inspections?unitId=${point.unitId}&failed=true`);
  await hq
    .getByRole('row', { name: new RegExp(name) })
    .getByRole('button', { name: point.name })
    .click();
  await hq.getByText('0.35 MPa').waitFor();
  await picture(hq, 'inspections-task');
  await hq.getByRole('link', { name: `已报隐患 ${number}` }).click();
  await hq.waitForURL(/\/hazards\/[0-9a-f-]{36}$/);
  await hq.getByText('出口畅通，没有上锁').first().waitFor();
}
