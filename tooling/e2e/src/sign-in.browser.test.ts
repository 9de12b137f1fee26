import type { Browser } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';

import { desk, phone, picture, signedIn } from './desk.ts';
import { leavePage, theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

test('a person signs in with the keyboard and sees who is signed in', async () => {
  const account = inject('accounts').find(({ role }) => role === 'systemAdmin');
  const page = await browser.newPage({ viewport: desk, locale: 'zh-CN', baseURL: inject('productUrl') });
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));

  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByLabel('Password').first().waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page
    .getByLabel(/账号|工号/)
    .first()
    .fill(account?.login ?? '');
  await page.getByLabel('密码').first().fill('wrong-password');
  await page.keyboard.press('Enter');
  await page.getByText('账号或密码不正确').first().waitFor();
  await picture(page, 'sign-in-refused');
  await page
    .getByLabel('密码')
    .first()
    .fill(account?.password ?? '');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
  await picture(page, 'home-system-admin');

  expect(faults).toEqual([]);
});

test('a session that ended under an open page is begun again without leaving it', async () => {
  const account = inject('accounts').find(({ role }) => role === 'systemAdmin');
  const page = await signedIn(browser, 'systemAdmin');
  await page.goto('/accounts');
  // A list that still loads would meet the ended session before the click does.
  await page.waitForLoadState('networkidle');
  await page.context().clearCookies();

  await page.locator('a[href="/"]').first().click();
  const again = page.getByRole('dialog', { name: '登录已过期' });
  await again.getByLabel(/账号|工号/).fill(account?.login ?? '');
  await again.getByLabel('密码').fill(account?.password ?? '');
  await page.keyboard.press('Enter');
  await again.waitFor({ state: 'hidden' });

  expect(new URL(page.url()).pathname).toBe('/');
  await leavePage(page);
});

test('a desk that nobody touches says since when, and what was typed on it outlives the session', async () => {
  const account = inject('accounts').find(({ role }) => role === 'systemAdmin');
  const page = await browser.newPage({ viewport: desk, locale: 'zh-CN', baseURL: inject('productUrl') });
  const askedByItself = () => page.waitForResponse((answer) => answer.url().endsWith('/api/v1/me'));
  const idleSaid = async (asked: ReturnType<typeof askedByItself>) => Number((await asked).request().headers()['idle-seconds']);
  await page.clock.install();
  await page.context().request.post('/api/v1/session', { data: { login: account?.login, password: account?.password } });
  await page.goto('/accounts/by-list');
  await page.getByLabel('工号名单').fill('GH-1\nGH-2');
  await page.waitForLoadState('networkidle');

  const untouched = idleSaid(askedByItself());
  await page.clock.fastForward('29:30');
  expect(await untouched).toBeGreaterThanOrEqual(1770);
  await page.keyboard.press('Shift');
  const touched = idleSaid(askedByItself());
  await page.clock.fastForward('05:05');
  expect(await touched).toBeLessThan(360);

  await page.context().clearCookies();
  await page.clock.fastForward('05:05');
  const again = page.getByRole('dialog', { name: '登录已过期' });
  await again.getByLabel(/账号|工号/).fill(account?.login ?? '');
  await picture(page, 'sign-in-again');
  await again.getByLabel('密码').fill(account?.password ?? '');
  await page.keyboard.press('Enter');
  await again.waitFor({ state: 'hidden' });
  expect(await page.getByLabel('工号名单').inputValue()).toBe('GH-1\nGH-2');
  await page.context().close();
});

test('the phone has its own light entry', async () => {
  const page = await signedIn(browser, 'securityAdmin', phone);

  await page.goto('/m');
  await page.getByRole('main').first().waitFor();
  await picture(page, 'phone-home');

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test.each(['/', '/m'])('what the entry %s runs comes packed', async (entry) => {
  const html = await (await fetch(new URL(entry, inject('productUrl')))).text();
  const [, script = ''] = /<script[^>]* src="([^"]+)"/.exec(html) ?? [];

  const answer = await fetch(new URL(script, inject('productUrl')), { headers: { 'accept-encoding': 'gzip, br' } });

  expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, 'br']);
  expect(await answer.text()).toContain('import');
});

test('a connection is kept for longer than whoever uses it again keeps it', async () => {
  const answer = await fetch(new URL('/livez', inject('productUrl')));

  expect(answer.headers.get('keep-alive')).toBe('timeout=75');
});
