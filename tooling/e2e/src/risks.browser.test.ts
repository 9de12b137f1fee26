import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { nobody, phone, picture, signedIn } from './desk.ts';
import { asked } from './given-desk.ts';
import { theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

type Listed = { items: { id: string; name: string; unitId: string; code: string; inForce: string | null; pointId: string | null }[] };

test('a risk is graded before one’s eyes and kept as a draft with its reckoning', async () => {
  const officer = await signedIn(browser, 'safetyOfficer');
  const faults = faultsOf(officer);
  await officer.goto('/risks');
  await officer.getByRole('heading', { level: 1, name: '风险清单' }).waitFor();
  await officer.getByText('疏散通道与安全出口').first().waitFor();
  await picture(officer, 'risks-register');

  await officer.getByRole('button', { name: '新增风险' }).click();
  const form = officer.getByRole('dialog', { name: '新增风险' });
  const { items: points } = await asked<Listed>(officer, 'get', '/points?limit=50');
  const [point] = points.filter(({ name }) => name === '配电室');
  if (point === undefined) throw new Error('the demo has a power room');
  const { unit } = await asked<{ unit: string }>(officer, 'get', `/points/${point.id}`);
  await form.getByLabel('单位').click();
  await form.getByLabel('单位').fill(unit);
  await officer.locator('.ant-select-dropdown:visible').getByText(unit).first().click();
  await form.getByLabel('风险点', { exact: true }).fill('充电区');
  await form.getByLabel('危险源').fill('锂电池热失控');
  await form.getByLabel('可能性').click();
  await officer.getByText('3 · 可能，但不经常').click();
  await form.getByLabel('暴露频次').click();
  await officer.getByText('6 · 每天工作时间内暴露').click();
  await form.getByLabel('后果', { exact: true }).click();
  await officer.getByText('7 · 严重，重伤').click();
  await form.getByText('126 分，显著危险，需要整改').waitFor();
  await form.getByLabel('管控措施').first().fill('充电区与作业区隔开');
  await picture(officer, 'risks-form');
  await form.getByRole('button', { name: /保\s*存/ }).click();
  const record = officer.getByRole('dialog', { name: /充电区/ });
  await record.getByText('LEC = 3 × 6 × 7 = 126').waitFor();
  await picture(officer, 'risks-drawer');

  expect(faults).toEqual([]);
});

test('points are dragged or moved by keys on a plan, the print is numbered, and an old print says that it was replaced', async () => {
  const officer = await signedIn(browser, 'hqSafety');
  const faults = faultsOf(officer);
  await officer.goto('/risks/map');
  const canvas = officer.locator('.map-page .plan-canvas');
  await canvas.locator('img').waitFor();
  await canvas
    .getByRole('button', { name: /配电室/ })
    .first()
    .waitFor();
  await picture(officer, 'risks-map');
  await canvas
    .getByRole('button', { name: /配电室/ })
    .first()
    .click();
  const card = officer.getByRole('dialog', { name: /配电室/ });
  await card.getByText('红外测温每月一次').waitFor();
  await picture(officer, 'risks-map-card');
  await officer.keyboard.press('Escape');
  await card.waitFor({ state: 'hidden' });

  const planId = await planOf(officer);
  const print = await asked<{ code: string; number: number }>(officer, 'post', `/risks/maps/${planId}/prints`);
  await officer.getByRole('button', { name: '调整点位' }).click();
  const grip = officer.locator('.map-point__grip').first();
  const saved = officer.waitForResponse((answer) => answer.url().includes('/places/') && answer.ok());
  await grip.focus();
  await officer.keyboard.press('Shift+ArrowRight');
  await saved;
  const dragged = officer.waitForResponse((answer) => answer.url().includes('/places/') && answer.ok());
  const box = await officer.locator('.map-point__grip').first().boundingBox();
  if (box === null) throw new Error('the point stands on the plan');
  await officer.mouse.move(box.x + 20, box.y + 12);
  await officer.mouse.down();
  await officer.mouse.move(box.x + 60, box.y + 40, { steps: 3 });
  await officer.mouse.up();
  await dragged;
  await picture(officer, 'risks-map-edit');
  await officer.getByRole('button', { name: '完成' }).click();
  const file = officer.waitForEvent('download');
  await officer.getByRole('button', { name: '打印 A3' }).click();
  expect((await file).suggestedFilename()).toMatch(/安全风险四色分布图\.pdf$/u);

  const passer = await nobody(browser, phone);
  await passer.goto(`/m/s/${print.code}`);
  await passer.getByText('已被替换，请撕下').waitFor();
  await picture(passer, 'points-sheet-replaced');
  expect(await passer.getByText('临溪').count()).toBe(0);
  expect(faults).toEqual([]);
});

test('whoever scans a plate sees the colour, the risks, the measures and the sheets of the place', async () => {
  const worker = await signedIn(browser, 'workshopHead', phone);
  const { items } = await asked<Listed>(worker, 'get', '/points?limit=50');
  const point = items.find(({ name }) => name === '配电室') ?? items[0];
  if (point === undefined) throw new Error('the demo has points');
  await worker.goto(`/m/p/${point.code}`);
  await worker.getByText('红外测温每月一次').waitFor();
  await worker.evaluate(() => scrollTo(0, 180));
  await picture(worker, 'points-phone-card');
  expect(await worker.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  const desk = await signedIn(browser, 'safetyOfficer');
  await desk.goto('/points/sheets');
  await desk.getByRole('heading', { level: 1, name: '图纸' }).waitFor();
  await desk.getByText('一层疏散图').first().click();
  await desk.getByRole('link', { name: '打印' }).click();
  await desk.locator('.wall-sheet img').first().waitFor();
  await picture(desk, 'points-sheet-print');
});

async function planOf(page: Page): Promise<string> {
  const { items } = await asked<{ items: { id: string; number: number | null }[] }>(page, 'get', '/points/sheets?kind=floorPlan&limit=10');
  const [plan] = items.filter(({ number }) => number !== null);
  if (plan === undefined) throw new Error('the demo has a floor plan');
  return plan.id;
}

function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  return faults;
}
