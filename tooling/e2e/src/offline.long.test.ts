import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchPhone } from './browser.ts';
import { type FlakyLine, flakyLine } from './flaky-line.ts';
import { type Product, startProduct, startProductIn } from './product.ts';

/** Two photos a record. */
const records = Number(process.env['CM_LONG_RECORDS'] ?? 500);
const dropEvery = 10_000;

let product: Product;
let line: FlakyLine;
let folder: string;
let phone: BrowserContext;

beforeAll(async () => {
  const made = process.env['CM_DEMO_HOUSE'];
  product = made === undefined ? await startProduct() : await startProductIn(made, {});
  line = await flakyLine(product.url);
  folder = await mkdtemp(join(tmpdir(), 'cm-phone-'));
  phone = await launchPhone(folder, { baseURL: line.url });
});

afterAll(async () => {
  await phone.close();
  await line.close();
  await product.stop();
  await rm(folder, { recursive: true, force: true });
});

async function signedIn(): Promise<Page> {
  const worker = product.accounts.find(({ role }) => role === 'worker');
  const answer = await phone.request.post('/api/v1/session', { data: { login: worker?.login, password: worker?.password } });
  expect(answer.status()).toBe(204);
  const page = phone.pages()[0] ?? (await phone.newPage());
  await page.goto('/m');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.getByText('扫一扫现场铭牌').waitFor();
  return page;
}

/** A picture of its own for every number, as large as a phone sends. */
async function photoOf(page: Page, n: number): Promise<Buffer> {
  const encoded = await page.evaluate((seed) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1280, 960];
    const pen = canvas.getContext('2d');
    for (let box = 0; box < 300; box += 1) {
      if (pen !== null) pen.fillStyle = `hsl(${(seed * 37 + box * 11) % 360} 50% ${20 + (box % 6) * 10}%)`;
      pen?.fillRect((box * 631 + seed * 13) % 1200, (box * 397 + seed * 7) % 900, 90, 70);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  }, n);
  return Buffer.from(encoded, 'base64');
}

/** From the receipt one goes on by the bar at the bottom; now and then the phone was put away and the page is opened anew. */
async function toPlaces(page: Page, n: number): Promise<void> {
  if (n % 50 === 0) await page.goto('/m');
  else await page.getByRole('link', { name: '报隐患' }).click();
}

async function fill(page: Page, n: number): Promise<void> {
  await toPlaces(page, n);
  await page.getByRole('button', { name: '缝制一车间' }).first().click();
  for (const [at, again] of [[0, '再拍一张'] as const, [1, null] as const]) {
    const buffer = await photoOf(page, n * 2 + at);
    await page.locator('input[type=file]').first().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByRole('button', { name: '用这张' }).click();
    if (again !== null) await page.getByRole('button', { name: again }).click();
  }
  await page.getByLabel('补充说明').fill(`离线第 ${n} 条`);
  await page.getByRole('button', { name: '用电' }).click();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('已存入手机').waitFor();
}

/** The phone says that nothing waits any more, and says so ten seconds long: one that opens its page anew says nothing for a moment. */
async function allSent(page: Page): Promise<void> {
  const sent = page.getByText('今天已送达');
  const waiting = page.getByRole('heading', { name: '待发送' });
  for (let seconds = 0; seconds < 10; ) {
    await new Promise((resume) => setTimeout(resume, 1000));
    seconds = (await sent.isVisible()) && (await waiting.count()) === 0 ? seconds + 1 : 0;
  }
}

type Reports = { readonly items: readonly { id: string; text: string | null }[]; readonly next: string | null };

async function allReports(page: Page): Promise<Reports['items']> {
  const all: Reports['items'][number][] = [];
  for (let after: string | null = ''; after !== null; ) {
    const query: string = after === '' ? '' : `&after=${after}`;
    const answer = await page.request.get(`${product.url}/api/v1/me/hazard-reports?limit=200${query}`);
    const { items, next } = (await answer.json()) as Reports;
    all.push(...items.filter(({ text }) => text?.startsWith('离线第') === true));
    after = next;
  }
  return all;
}

/** Of the page, MB: what a phone with everything waiting must hold. */
async function heapOf(page: Page): Promise<number> {
  const session = await phone.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return Math.round(usedSize / 1e6);
}

/** Opens a page anew until `shown` stands on it, ms. */
async function opened(page: Page, path: string, shown: Locator): Promise<number> {
  const since = Date.now();
  await page.goto(path);
  await shown.waitFor();
  return Date.now() - since;
}

/** Fills in all of them without a line, and tells whether the last took longer than the first. */
async function fillAll(page: Page): Promise<void> {
  const took: number[] = [];
  for (let n = 0; n < records; n += 1) {
    const since = Date.now();
    await fill(page, n);
    took.push(Date.now() - since);
    if ((n + 1) % 100 === 0 || n + 1 === records) say(`${n + 1} filled in, the last 50 in ${mean(took.slice(-50))} ms each`);
  }
  say(`filled in ${Math.round(took.reduce((sum, each) => sum + each, 0) / 1000)} s`);
}

function mean(all: readonly number[]): number {
  return Math.round(all.reduce((sum, each) => sum + each, 0) / all.length);
}

/** How quick the phone is with everything waiting. */
async function openedWithAll(page: Page): Promise<void> {
  const home = await opened(page, '/m', page.getByRole('button', { name: '缝制一车间' }).first());
  const mine = await opened(page, '/m/me', page.getByRole('heading', { name: '待发送' }));
  say(`with ${records} waiting the phone opens in ${home} and ${mine} ms and holds ${await heapOf(page)} MB`);
}

/** Cuts the line every ten seconds, for a second. Answers how often, once it is told to stop. */
function dropping(): () => Promise<number> {
  const state = { drops: 0, done: false };
  const running = (async () => {
    for (;;) {
      await new Promise((resume) => setTimeout(resume, dropEvery));
      if (state.done) return;
      await line.down();
      state.drops += 1;
      await new Promise((resume) => setTimeout(resume, 1000));
      await line.up();
    }
  })();
  return async () => {
    state.done = true;
    await running;
    return state.drops;
  };
}

function say(figure: string): void {
  process.stdout.write(`${figure}\n`);
}

test(`${records} records with twice as many photos arrive once each over a line that drops every ten seconds`, async () => {
  const page = await signedIn();
  await phone.setOffline(true);
  await line.down();
  await fillAll(page);
  await openedWithAll(page);

  await line.up();
  await phone.setOffline(false);
  await page.goto('/m/me');
  const stopDropping = dropping();
  const since = Date.now();
  await allSent(page);
  const seconds = Math.round((Date.now() - since) / 1000);
  const drops = await stopDropping();

  const reports = await allReports(page);
  say(`${reports.length} records over a line that dropped ${drops} times in ${seconds} s; the page holds ${await heapOf(page)} MB`);
  expect(new Set(reports.map(({ text }) => text)).size).toBe(records);
  expect(reports.length).toBe(records);
  for (const { id } of reports) {
    const { photos } = (await (await page.request.get(`${product.url}/api/v1/hazards/${id}`)).json()) as {
      photos: { evidenceId: string | null }[];
    };
    expect(photos.map(({ evidenceId }) => evidenceId !== null)).toEqual([true, true]);
  }
});
