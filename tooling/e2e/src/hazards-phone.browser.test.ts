import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';

import { nobody, phone, picture, signedIn } from './desk.ts';
import { leavePage, theBrowser } from './kept-pages.ts';
import { expectFitForThumbs, givenCamera, givenPhoto, givenSentPhoto, thumbOn } from './phone.ts';

let browser: Browser;
/** The plate of a point in the workshop of the demo's worker. */
let plate: string;
beforeAll(async () => {
  browser = await theBrowser();
  const head = await signedIn(browser, 'workshopHead', phone);
  const points = await ask<{ items: { code: string }[] }>(head, '/points');
  plate = points.items[0]?.code ?? '';
  await leavePage(head);
});

async function ask<Answer>(page: Page, path: string): Promise<Answer> {
  return (await (await page.request.get(`/api/v1${path}`)).json()) as Answer;
}

type Reports = { items: { id: string; number: string; stage: string }[] };

/** What a report by plate takes on the phone, up to the complete receipt. */
async function report(page: Page, hue: number): Promise<{ taps: number; seconds: number; id: string }> {
  const photo = await givenPhoto(page, hue);
  const thumb = thumbOn(page);
  const begun = Date.now();
  await page.goto(`/m/p/${plate}`);
  await thumb.tap('报隐患');
  await thumb.shoot(photo);
  await thumb.tap('用这张');
  await thumb.tap('通道出口');
  await thumb.tap('提交');
  await page.getByText('上报成功').waitFor();
  const seconds = (Date.now() - begun) / 1000;
  const { id = '' } = (await receipted(page)) ?? {};
  return { taps: thumb.taps(), seconds, id };
}

/** The report whose receipt the phone shows; others may report with the same account meanwhile. */
async function receipted(page: Page) {
  const receipt = page
    .getByRole('main')
    .getByText(/H-\d{4}-\d{6}/)
    .first();
  const [number] = /H-\d{4}-\d{6}/.exec(await receipt.innerText()) ?? [];
  const { items } = await ask<Reports>(page, '/me/hazard-reports');
  return items.find((each) => each.number === number);
}

/** The officer grades it and puts it into the hands of the head of the workshop, as the desk does. */
async function triaged(hazardId: string): Promise<void> {
  const officer = await signedIn(browser, 'safetyOfficer', phone);
  const { proposal } = await ask<{ proposal: { responsibleUnitId: string; dueOn: string } }>(officer, `/hazards/${hazardId}`);
  const head = await signedIn(browser, 'workshopHead', phone);
  const { person } = await ask<{ person: { id: string } }>(head, '/me');
  const { responsibleUnitId, dueOn } = proposal;
  const plan = { responsibleUnitId, responsibleId: person.id, measures: '清走通道里的箱子', funds: null, dueOn, contingency: null };
  const answer = await officer.request.post(`/api/v1/hazards/${hazardId}/triage`, {
    data: { level: 'team', plan: { ...plan, waived: ['funds', 'contingency'] } },
  });
  expect([answer.status(), await answer.text()]).toEqual([200, expect.stringContaining('assigned')]);
  await leavePage(officer);
  await leavePage(head);
}

/** From the list to 报验. */
async function rectified(hazardId: string, hue: number): Promise<number> {
  const page = await signedIn(browser, 'workshopHead', phone);
  const photo = await givenPhoto(page, hue);
  await page.goto('/m/tasks');
  await page.locator('.task').first().waitFor();
  await page.getByText('事故快报').waitFor();
  const heights = [page.locator('.task').first(), page.getByText('事故快报')].map(async (each) => (await each.boundingBox())?.y ?? 0);
  expect(
    (await Promise.all(heights)).reduce((task, other) => task - other),
    'tasks stand before other cards',
  ).toBeLessThan(0);
  await picture(page, 'phone-tasks');
  await expectFitForThumbs(page);
  await page.goto(`/m/hazards/${hazardId}`);
  const thumb = thumbOn(page);
  await page.getByRole('button', { name: '开始整改' }).waitFor();
  await picture(page, 'phone-hazard-assigned');
  await expectFitForThumbs(page);
  await thumb.tap('开始整改');
  await page.getByText('拍照').waitFor();
  await picture(page, 'phone-rectify-shutter');
  await thumb.shoot(photo);
  await page.getByRole('slider').waitFor();
  await picture(page, 'phone-rectify-ghost');
  await expectFitForThumbs(page);
  await thumb.tap('用这张');
  await thumb.tap('已清理');
  await picture(page, 'phone-rectify-form');
  await expectFitForThumbs(page);
  await thumb.tap('提交验收');
  await page.getByText('待验收').first().waitFor();
  await leavePage(page);
  return thumb.taps() + 1;
}

async function decided(hazardId: string, decide: (page: Page) => Promise<number>): Promise<number> {
  const page = await signedIn(browser, 'safetyOfficer', phone);
  await page.goto('/m/tasks');
  await page.getByRole('tab', { name: '待验收' }).click();
  await page.locator('.task').first().waitFor();
  await picture(page, 'phone-to-accept');
  await page.goto(`/m/hazards/${hazardId}`);
  const taps = await decide(page);
  await leavePage(page);
  return taps;
}

async function accepted(page: Page): Promise<number> {
  const thumb = thumbOn(page);
  await page.getByRole('slider').fill('35');
  await picture(page, 'phone-before-after');
  await expectFitForThumbs(page);
  await thumb.tap('通过');
  await picture(page, 'phone-accept');
  await thumb.tap('确认通过');
  await page.getByText('已销号').first().waitFor();
  await picture(page, 'phone-hazard-closed');
  return thumb.taps();
}

async function sentBack(page: Page): Promise<number> {
  const thumb = thumbOn(page);
  await thumb.tap('退回');
  await picture(page, 'phone-send-back');
  await expectFitForThumbs(page);
  await thumb.tap('整改不到位');
  await page.getByText('整改中').first().waitFor();
  return thumb.taps();
}

test('a hazard is reported at its plate, rectified, sent back, rectified again and accepted, all with a thumb', async () => {
  const worker = await signedIn(browser, 'worker', phone);
  await worker.goto('/m');
  await worker.getByText('扫一扫现场铭牌').waitFor();
  await picture(worker, 'phone-report-home');
  await expectFitForThumbs(worker);
  const { taps, seconds, id } = await report(worker, 30);
  await picture(worker, 'phone-receipt');
  await expectFitForThumbs(worker);
  await leavePage(worker);

  await triaged(id);
  const rectifying = await rectified(id, 140);
  const sendingBack = await decided(id, sentBack);
  const again = await signedIn(browser, 'workshopHead', phone);
  const photo = await givenSentPhoto(again, 160);
  await again.goto(`/m/hazards/${id}`);
  const thumb = thumbOn(again);
  await thumb.tap('拍整改后照片');
  await thumb.shoot(photo);
  await thumb.tap('用这张');
  await thumb.tap('提交验收');
  await again.getByText('待验收').first().waitFor();
  const accepting = await decided(id, accepted);

  process.stdout.write(
    `reported in ${taps} taps and ${seconds} s, rectified in ${rectifying}, decided in ${sendingBack} and ${accepting}\n`,
  );
  expect(taps).toBeLessThanOrEqual(6);
  expect(seconds).toBeLessThan(30);
  expect(rectifying).toBeLessThanOrEqual(8);
  expect([sendingBack, accepting]).toEqual([2, 2]);
});

test('a double tap sends one report', async () => {
  const page = await signedIn(browser, 'worker', phone);
  const photo = await givenSentPhoto(page, 200);
  const sent = new Set<string>();
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/v1/hazards')) sent.add((request.postDataJSON() as { id: string }).id);
  });

  await page.goto(`/m/p/${plate}`);
  await page.getByRole('button', { name: '报隐患' }).click();
  await page.locator('input[type=file]').first().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('button', { name: '用这张' }).click();
  await page.getByRole('button', { name: '用电' }).click();
  await picture(page, 'phone-report-form');
  await expectFitForThumbs(page);
  await page.getByRole('button', { name: '提交' }).dblclick();
  await page.getByText('上报成功').waitFor();

  const { items } = await ask<Reports>(page, '/me/hazard-reports');
  expect([...sent]).toEqual([(await receipted(page))?.id]);
  expect(items.filter(({ id }) => sent.has(id))).toHaveLength(1);
});

test('a photo that did not get through is sent again from 我的, and nothing is lost', async () => {
  const page = await signedIn(browser, 'worker', phone);
  const photo = await givenSentPhoto(page, 260);
  await page.route('**/chunks/**', (route) => route.abort());

  await page.goto(`/m/p/${plate}`);
  await page.getByRole('button', { name: '报隐患' }).click();
  await page.locator('input[type=file]').first().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('button', { name: '用这张' }).click();
  await page.getByRole('button', { name: '危化品' }).click();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('照片还没有传完').waitFor();
  await picture(page, 'phone-receipt-open');
  await page.goto('/m/me');
  await page.getByText('网络不通，稍后自动再发').waitFor();
  await picture(page, 'phone-mine');
  await expectFitForThumbs(page);
  await page.unroute('**/chunks/**');
  await page.getByRole('button', { name: '马上发送' }).click();
  await page.getByText('今天已送达').waitFor();
  await page.getByRole('button', { name: '查看' }).first().click();
  await page.getByText('待定级').first().waitFor();
  await page.goto('/m/notices');
  await page.getByRole('main').getByRole('button').first().waitFor();
  await picture(page, 'phone-notices');
  await expectFitForThumbs(page);
  await page.goto('/m/me');

  await page.getByText('退出登录').waitFor();
  expect(await page.getByText('待发送').count()).toBe(0);
});

test('whoever does not sign in gets a claim code and follows the report with it', async () => {
  const page = await nobody(browser, phone);
  const photo = await givenSentPhoto(page, 320);

  await page.goto(`/m/p/${plate}`);
  await page.getByRole('button', { name: '不登录上报' }).waitFor();
  await picture(page, 'phone-plate-open');
  await expectFitForThumbs(page);
  await page.getByRole('button', { name: '不登录上报' }).click();
  await page.locator('input[type=file]').first().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('button', { name: '用这张' }).click();
  await page.getByRole('button', { name: '乱堆乱放' }).click();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('上报成功').waitFor();
  await picture(page, 'phone-claim-code');
  const code = (await page.locator('.claim-code').textContent()) ?? '';
  await page.getByRole('button', { name: '我记下了' }).click();
  await page.getByLabel('查询码').fill('H-2026-000113');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('这不是查询码').waitFor();
  await picture(page, 'phone-claim-odd');
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('已上报').waitFor();
  await page.getByLabel('补充或回答').fill('在二楼楼梯口');
  await page.getByRole('button', { name: '发送' }).click();
  await page.getByText('我的补充').waitFor();
  await picture(page, 'phone-claim');
  await expectFitForThumbs(page);

  expect(code).toMatch(/^[A-HJKMNP-TV-Z2-9]{27}$/);
  await leavePage(page);
});

test('whoever is signed in may report without a name at his own plate: no session goes along, and the place is known afterwards', async () => {
  const page = await signedIn(browser, 'worker', phone);
  const photo = await givenSentPhoto(page, 340);
  const doors: Promise<{ [name: string]: string }>[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/v1/door/')) doors.push(request.allHeaders());
  });

  await page.goto(`/m/p/${plate}`);
  await page.getByRole('button', { name: '不登录上报' }).waitFor();
  const name = await page.locator('.plate h2').innerText();
  await picture(page, 'phone-plate-signed');
  await expectFitForThumbs(page);
  await page.getByRole('button', { name: '不登录上报' }).click();
  await page.locator('input[type=file]').first().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('button', { name: '用这张' }).click();
  await page.getByRole('button', { name: '乱堆乱放' }).click();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('上报成功').waitFor();
  await page.locator('.claim-code').waitFor();
  expect(await receipted(page), 'among the reports of the worker').toBeUndefined();
  const sent = await Promise.all(doors);
  expect(sent.length, 'the words and the photo').toBeGreaterThanOrEqual(2);
  expect(sent.filter((headers) => 'cookie' in headers)).toEqual([]);

  await page.goto('/m');
  await page.locator('section').filter({ hasText: '最近去过' }).getByRole('button', { name }).waitFor();
  await page.context().setOffline(true);
  await page.evaluate((path) => {
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/m/p/${plate}`);
  await page.locator('.plate').getByRole('heading', { name }).waitFor();
  await page.context().setOffline(false);
});

test('a session that ended meanwhile costs nothing: after signing in again the report is sent as it was', async () => {
  const page = await signedIn(browser, 'worker', phone);
  const account = inject('accounts').find(({ role }) => role === 'worker');
  const photo = await givenSentPhoto(page, 80);

  await page.goto('/m');
  await page.getByRole('button', { name: '缝制一组' }).click();
  await page.locator('input[type=file]').first().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('button', { name: '用这张' }).click();
  await page.getByRole('button', { name: '机械防护' }).click();
  await page.getByLabel('具体位置').fill('三号平缝机');
  await page.context().clearCookies();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('登录已过期').waitFor();
  await page.getByLabel('工号或手机号').fill(account?.login ?? '');
  await page.getByLabel('密码').fill(account?.password ?? '');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('上报成功').waitFor();

  expect(await receipted(page)).toMatchObject({ place: '三号平缝机', category: 'machinery' });
});

test('what was put right on the spot is reported and handed in at once, with two photos', async () => {
  const page = await signedIn(browser, 'worker', phone);
  const [before, after] = [await givenSentPhoto(page, 10), await givenSentPhoto(page, 100)];
  const thumb = thumbOn(page);

  await page.goto(`/m/p/${plate}`);
  await thumb.tap('报隐患');
  await thumb.shoot(before);
  await thumb.tap('用这张');
  await thumb.tap('通道出口');
  await thumb.tap(/当场已经改好/, 'switch');
  await thumb.shoot(after);
  await thumb.tap('用这张');
  await picture(page, 'phone-report-fixed');
  await expectFitForThumbs(page);
  await thumb.tap('提交');
  await page.getByText('照片 2/2').waitFor();
  await page.getByText('上报成功').waitFor();

  expect(await receipted(page)).toMatchObject({ stage: 'submitted' });
  expect(thumb.taps()).toBeLessThanOrEqual(8);
});

test('more time is asked for with a reason, and the button then says that the answer is awaited', async () => {
  const worker = await signedIn(browser, 'worker', phone);
  const { id } = await report(worker, 50);
  await triaged(id);
  const page = await signedIn(browser, 'workshopHead', phone);

  await page.goto(`/m/hazards/${id}`);
  await page.getByRole('button', { name: '申请延期' }).click();
  await page.getByRole('button', { name: /^3 天/ }).click();
  await page.getByRole('button', { name: '等配件' }).click();
  await picture(page, 'phone-extension');
  await expectFitForThumbs(page);
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('已有一份申请等待审批').waitFor();

  expect(await page.getByRole('button', { name: '申请延期' }).isDisabled()).toBe(true);
});

test('the photo after is framed by the live picture under the photo before', async () => {
  const worker = await signedIn(browser, 'worker', phone);
  const { id } = await report(worker, 120);
  await triaged(id);
  const page = await signedIn(browser, 'workshopHead', phone);
  await givenCamera(page);

  await page.goto(`/m/hazards/${id}`);
  await page.getByRole('button', { name: '开始整改' }).click();
  await page.getByRole('button', { name: '对着整改前的照片拍' }).click();
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await picture(page, 'phone-rectify-live');
  await expectFitForThumbs(page);
  await page.getByRole('button', { name: '拍照' }).click();
  await page.getByRole('button', { name: '用这张' }).click();
  await page.getByRole('button', { name: '提交验收' }).click();
  await page.getByText('待验收').first().waitFor();

  const { photos } = await ask<{ photos: { kind: string; evidenceId: string | null }[] }>(page, `/hazards/${id}`);
  expect(photos.map(({ kind, evidenceId }) => [kind, evidenceId !== null])).toEqual([
    ['before', true],
    ['after', true],
  ]);
});

test('the phone speaks English as well, without scrolling sideways', async () => {
  const page = await signedIn(browser, 'safetyOfficer', phone);

  await page.goto('/m/me');
  await page.getByRole('button', { name: 'English' }).click();
  await page.goto('/m/tasks');
  await page.getByRole('tab', { name: 'To accept' }).click();
  await page.locator('.task').first().waitFor();
  await picture(page, 'phone-english');
  await expectFitForThumbs(page);
});
