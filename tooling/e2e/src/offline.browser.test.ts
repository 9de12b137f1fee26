import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';

import { launchPhone } from './browser.ts';
import { deployment } from './deployment.ts';
import { picture } from './desk.ts';
import { type FlakyLine, flakyLine } from './flaky-line.ts';
import { givenAssigned, handedIn, type People, peopleOf, workshopPlate } from './given-hazards.ts';
import { givenPlatePhoto } from './given-plate.ts';
import { theBrowser } from './kept-pages.ts';
import { expectFitForThumbs, givenPhoto, givenSentPhoto } from './phone.ts';

let browser: Browser;
let people: People;
let line: FlakyLine;
let folder: string;
let phone: BrowserContext;

beforeAll(async () => {
  browser = await theBrowser();
  line = await flakyLine(inject('productUrl'));
  folder = await mkdtemp(join(tmpdir(), 'cm-phone-'));
  phone = await launchPhone(folder, { baseURL: line.url });
});

beforeEach(() => {
  people = peopleOf(browser);
});

afterAll(async () => {
  await phone.close();
  await line.close();
  await rm(folder, { recursive: true, force: true });
});

async function signIn(page: Page, role: string): Promise<void> {
  const account = inject('accounts').find((each) => each.role === role);
  await page.goto('/m');
  await page.getByLabel('工号或手机号').fill(account?.login ?? '');
  await page.getByLabel('密码').fill(account?.password ?? '');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('扫一扫现场铭牌').waitFor();
}

/** Until the phone has everything it will need: its pages, and what it holds of this person. */
async function equipped(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const parts = () =>
      new Promise<string[]>((done) => {
        const opening = indexedDB.open('changming');
        opening.addEventListener('success', () => {
          const all = opening.result.transaction('parts').objectStore('parts').getAllKeys();
          all.addEventListener('success', () => done(all.result.map(String)));
        });
      });
    const wanted = ['hazards.tasks', 'hazards.records', 'points.plates', 'hazards.open'];
    for (let keys = await parts(); !wanted.every((name) => keys.some((key) => key.endsWith(name))); keys = await parts())
      await new Promise((resume) => setTimeout(resume, 100));
    for (const wasm of ['zxing_reader']) {
      const kept = async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat();
      while (!(await kept()).some(({ url }) => url.includes(wasm))) await new Promise((resume) => setTimeout(resume, 100));
    }
  });
}

/** The server is gone and the phone has no signal. */
async function cutOff(): Promise<void> {
  await phone.setOffline(true);
  await line.down();
}

async function back(): Promise<void> {
  await line.up();
  await phone.setOffline(false);
}

async function shoot(page: Page, photo: Buffer): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('button', { name: '用这张' }).click();
}

async function ask<Answer>(page: Page, path: string): Promise<Answer> {
  return (await (await page.request.get(`/api/v1${path}`)).json()) as Answer;
}

type Record = { readonly stage: string; readonly photos: readonly { kind: string; evidenceId: string | null }[] };

test('without a network the plate is read, a hazard reported and another rectified; the browser is closed, the line breaks in the middle of a photo, and everything arrives once', async () => {
  const hazard = await givenAssigned(people, { category: 'electricity', text: '配电箱前堆放布料', hue: 20 });
  const plate = await workshopPlate(people);
  const page = phone.pages()[0] ?? (await phone.newPage());
  await signIn(page, 'workshopHead');
  await equipped(page);
  const { total: before } = await ask<{ total: { count: number } }>(page, '/me/hazard-reports');
  const [first, after] = [await givenPhoto(page, 66), await givenPhoto(page, 99)];
  const wall = await givenPlatePhoto(page, `https://safety.example.com/m/p/${encodeURIComponent(plate)}`);
  await cutOff();

  await page.goto('/m/tasks');
  await page.getByText(/离线内容，截至 \d{4}-\d{2}-\d{2} \d{2}:\d{2}/).waitFor();
  await page.getByText('配电箱前堆放布料').first().waitFor();
  await picture(page, 'offline-tasks');
  await expectFitForThumbs(page);
  await page.goto(`/m/hazards/${hazard.id}`);
  await page.getByRole('button', { name: '开始整改' }).click();
  await shoot(page, after);
  await page.getByRole('button', { name: '已清理' }).click();
  await page.getByRole('button', { name: '提交验收' }).click();
  await page.getByText('现在没有网络').waitFor();
  await picture(page, 'offline-rectified');

  await page.goto('/m/plate');
  await page.locator('input[type=file]').setInputFiles({ name: 'wall.jpg', mimeType: 'image/jpeg', buffer: wall });
  await page.getByText(plate, { exact: true }).waitFor();
  await picture(page, 'offline-plate');
  await expectFitForThumbs(page);
  await page.getByRole('button', { name: '报隐患' }).click();
  await shoot(page, first);
  await page.getByRole('button', { name: '用电' }).click();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('现在没有网络').waitFor();
  await picture(page, 'offline-reported');
  await expectFitForThumbs(page);

  await phone.close();
  phone = await launchPhone(folder, { baseURL: line.url });
  await phone.setOffline(true);
  const anew = phone.pages()[0] ?? (await phone.newPage());
  await anew.goto('/m/me');
  await anew.getByRole('heading', { name: '待发送' }).waitFor();
  expect(await anew.locator('.outbox-item').count()).toBe(2);
  await picture(anew, 'offline-outbox');
  await expectFitForThumbs(anew);

  line.dieAfter(60_000);
  await back();
  await anew.getByText('今天已送达').waitFor();
  await anew.getByRole('heading', { name: '待发送' }).waitFor({ state: 'detached' });
  await picture(anew, 'offline-arrived');
  expect(line.deaths()).toBe(1);
  const { stage, photos } = await ask<Record>(anew, `/hazards/${hazard.id}`);
  expect([stage, photos.map(({ kind, evidenceId }) => [kind, evidenceId !== null])]).toEqual([
    'submitted',
    [
      ['before', true],
      ['after', true],
    ],
  ]);
  const { total: now, items } = await ask<{ total: { count: number }; items: { id: string }[] }>(anew, '/me/hazard-reports');
  expect(now.count - before.count).toBe(1);
  const reported = await ask<Record>(anew, `/hazards/${items[0]?.id ?? ''}`);
  expect(reported.photos.map(({ evidenceId }) => evidenceId !== null)).toEqual([true]);
});

test('who comes too late is told who was faster and keeps what he made; a colleague on the same phone sees only that something waits', async () => {
  const hazard = await givenAssigned(people, { category: 'fireEquipment', text: '通道灭火器被遮挡', hue: 210 });
  const page = phone.pages()[0] ?? (await phone.newPage());
  await page.goto('/m');
  const photo = await givenPhoto(page, 123);
  await page.goto(`/m/hazards/${hazard.id}`);
  await page.getByRole('button', { name: '开始整改' }).waitFor();
  await cutOff();
  await page.getByRole('button', { name: '开始整改' }).click();
  await shoot(page, photo);
  await page.getByLabel('补充说明').fill('已把灭火器移到门边');
  await page.getByRole('button', { name: '提交验收' }).click();
  await page.getByText('现在没有网络').waitFor();
  await handedIn(people, hazard, 300);
  await page.goto('/m/me');
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByText('没有网络，还不能登录').waitFor();
  await picture(page, 'offline-nobody');
  await back();
  await page.getByLabel('工号或手机号').waitFor();

  await signIn(page, 'worker');
  await page.goto('/m/me');
  await page.getByText('还有 1 条同事的记录待发送').waitFor();
  expect(await page.getByText('灭火器').count()).toBe(0);
  await picture(page, 'offline-colleague');
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByLabel('工号或手机号').waitFor();

  await signIn(page, 'workshopHead');
  await page.goto('/m/me');
  await page.getByText('需要您处理').waitFor();
  const card = page.locator('.outbox-item').filter({ hasText: hazard.number });
  await card
    .getByRole('alert')
    .getByText(/提交验收/)
    .waitFor();
  await picture(page, 'offline-refused');
  await expectFitForThumbs(page);
  await card.getByRole('button', { name: '看照片' }).click();
  await page.getByRole('dialog').getByRole('img').first().waitFor();
  await page.keyboard.press('Escape');
  await card.getByRole('button', { name: '删除' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await card.waitFor({ state: 'detached' });
});

test('a newer version comes while records wait and nothing is lost, taken when asked for or when the page is opened again, and by the other tab too; two tabs send once; a full phone says what to do and goes on when there is room', async () => {
  const site = await deployment(inject('productUrl'));
  const size = { viewport: { width: 360, height: 740 }, locale: 'zh-CN', reducedMotion: 'reduce' } as const;
  const context = await browser.newContext({ ...size, baseURL: site.url });
  await context.addInitScript(() => {
    navigator.storage.persisted = () => Promise.resolve(false);
    navigator.storage.persist = () => Promise.resolve(false);
  });
  const page = await context.newPage();
  await signIn(page, 'workshopHead');
  await equipped(page);
  const reports = async () => (await ask<{ total: { count: number } }>(page, '/me/hazard-reports')).total.count;
  const before = await reports();
  const photo = await givenSentPhoto(page, 150);

  site.cutApi();
  await reportHere(page, photo);
  site.deploy();
  await lookForUpdate(page);
  await page.getByText('有新版本').waitFor();
  await page.getByRole('link', { name: '我的', exact: true }).click();
  await page.getByText('浏览器没有答应长期保存').waitFor();
  expect([await page.locator('.outbox-item').count(), await page.locator('meta[name=made]').count()]).toEqual([1, 0]);
  await picture(page, 'offline-newer-version');
  await expectFitForThumbs(page);
  await page.getByRole('button', { name: '更新' }).click();
  await made(page, 1);

  const other = await context.newPage();
  await other.goto('/m/me');
  await waiting(other, 1);
  site.deploy();
  await lookForUpdate(other);
  await other.getByText('有新版本').waitFor();
  await page.goto('/m/me');
  await made(page, 2);
  await other.getByRole('button', { name: '更新' }).click();
  await made(other, 2);
  await waiting(other, 1);
  await reportHere(page, await givenSentPhoto(page, 190));
  await waiting(other, 2);
  await page.goto('/m/me');
  await waiting(page, 2);

  const room = await context.newCDPSession(page);
  await room.send('Storage.overrideQuotaForOrigin', { origin: site.url, quotaSize: 1 });
  await beginReport(page);
  await shoot(page, await givenSentPhoto(page, 230));
  await page.getByText('手机存储已满').waitFor();
  await picture(page, 'offline-full');
  await expectFitForThumbs(page);
  await room.send('Storage.overrideQuotaForOrigin', { origin: site.url });
  await page.getByRole('button', { name: '再存一次' }).click();
  await page.getByText('手机存储已满').waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('button', { name: '用电' }).click();
  await page.getByRole('button', { name: '提交' }).click();
  await waiting(other, 3);

  site.restoreApi();
  await page.goto('/m/me');
  for (const tab of [page, other]) await tab.getByRole('heading', { name: '待发送' }).waitFor({ state: 'detached' });
  expect([(await reports()) - before, site.asked('PUT', /\/chunks\/0\?/u)]).toEqual([3, 3]);
  await context.close();
  await site.close();
}, 360_000);

async function beginReport(page: Page): Promise<void> {
  await page.goto('/m');
  await page.locator('section').filter({ hasText: '我的单位' }).getByRole('button').first().click();
}

async function reportHere(page: Page, photo: Buffer): Promise<void> {
  await beginReport(page);
  await shoot(page, photo);
  await page.getByRole('button', { name: '用电' }).click();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('已存入手机').waitFor();
}

/** The hourly look for a newer version, now. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/m'))?.update());
}

/** The page is of that version, as soon as the browser lets the one before go: it may take its time. */
async function made(page: Page, version: number): Promise<void> {
  await page.locator(`meta[name=made][content="${version}"]`).waitFor({ state: 'attached', timeout: 100_000 });
}

async function waiting(page: Page, count: number): Promise<void> {
  const group = page.locator('section').filter({ has: page.getByRole('heading', { name: '待发送' }) });
  await group
    .locator('.outbox-item')
    .nth(count - 1)
    .waitFor();
  expect(await group.locator('.outbox-item').count()).toBe(count);
}
