import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { launchBrowser } from './browser.ts';
import { desk, phone, picture, signedIn } from './desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a person signs in with the keyboard and sees who is signed in', async () => {
  const account = inject('accounts').find(({ role }) => role === 'systemAdmin');
  const page = await browser.newPage({ viewport: desk, locale: 'zh-CN', baseURL: inject('productUrl') });
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));

  await page.goto('/');
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

test('the phone has its own light entry', async () => {
  const page = await signedIn(browser, 'securityAdmin', phone);

  await page.goto('/m');
  await page.getByRole('main').first().waitFor();
  await picture(page, 'phone-home');

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
