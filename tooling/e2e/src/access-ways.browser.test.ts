import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { nobody, phone, picture, signedIn } from './desk.ts';
import { asked, givenOpenedAccount, givenRoot } from './given-desk.ts';
import { theBrowser } from './kept-pages.ts';
import { enrol, setOwnPassword, signInByHand } from './sign-in-by-hand.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

/** Presses the button of the sign-in page and says at the provider who one is. */
async function throughProvider(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: '集团统一身份登录' }).click();
  await page.waitForURL((url) => url.origin === inject('ssoIssuer'));
  await page.getByLabel('name').fill(name);
  await page.getByRole('button', { name: 'enter' }).click();
  await page.waitForURL((url) => url.origin === inject('productUrl'));
}

test('somebody signs in by the identity provider and is led back, a stranger is told what to do', async () => {
  const { person } = await asked<{ person: { staffNo: string; name: string } }>(await signedIn(browser, 'safetyOfficer'), 'get', '/me');
  const page = await nobody(browser);
  await page.goto('/account/security');
  await page.getByRole('link', { name: '集团统一身份登录' }).waitFor();
  await picture(page, 'access-sso');
  expect(await axeFaults(page)).toEqual([]);
  await throughProvider(page, `li/${person.staffNo}`);

  await page.getByRole('heading', { level: 1, name: '登录安全' }).waitFor();
  await page.getByText('已绑定').waitFor();
  await picture(page, 'access-security');
  await page.getByText(person.name).first().click();
  await page.getByText('退出登录').click();
  await page.waitForURL((url) => url.origin === inject('ssoIssuer'));

  const other = await nobody(browser);
  await other.goto('/sign-in');
  await throughProvider(other, 'nobody/NOBODY-1');
  await other.getByText('在长明没有账号').waitFor();
  await picture(other, 'access-sso-refused');
  const small = await nobody(browser, phone);
  await small.goto('/m/me');
  await throughProvider(small, 'nobody/NOBODY-1');
  await small.getByText('在长明没有账号').waitFor();
  await picture(small, 'phone-sso-refused');
});

test('a code shown at the desk signs the person in on a phone, and the desk says so', async () => {
  const page = await signedIn(browser, 'teamLeader');
  await page.goto('/account/sessions');
  const told = page.waitForResponse((answer) => answer.url().endsWith('/me/scan-code'));
  await page.getByRole('button', { name: '扫码登录手机' }).click();
  const { code } = (await (await told).json()) as { code: string };
  await page.getByRole('img', { name: '登录码' }).waitFor();
  await picture(page, 'access-scan');
  const small = await nobody(browser, phone);
  await small.goto(`/m/scan#${code}`);
  await small.getByText('在这台手机上登录？').waitFor();
  await picture(small, 'phone-scan');
  expect({ faults: await axeFaults(small), hash: new URL(small.url()).hash }).toEqual({ faults: [], hash: '' });
  await small.getByRole('button', { name: '登录', exact: true }).click();
  await small.getByRole('navigation').first().waitFor();
  await page.getByText('已在手机上登录').waitFor();
  await picture(page, 'access-scan-done');

  const again = await nobody(browser, phone);
  await again.goto(`/m/scan#${code}`);
  await again.getByRole('button', { name: '登录', exact: true }).click();
  await again.getByText('登录码已失效').waitFor();
});

test('a new administrator sets a password and a second lock before anything opens, on the phone not at all', async () => {
  const { accountId, login, password } = await givenOpenedAccount(await signedIn(browser, 'systemAdmin'));
  const security = await signedIn(browser, 'securityAdmin');
  const from = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const root = await givenRoot(security);
  await asked(security, 'post', '/grants', { accountId, role: 'auditAdmin', kinds: ['analyse'], unitId: root.id, from, to: null });
  const page = await nobody(browser);

  await signInByHand(page, login, password);
  await setOwnPassword(page, password, 'Lamp-Ever-2026');
  await page.getByRole('heading', { name: '请先启用动态口令' }).waitFor();
  await picture(page, 'access-enrol');
  const small = await nobody(browser, phone);
  await small.goto('/m');
  await small.getByLabel('工号或手机号').fill(login);
  await small.getByLabel('密码').fill('Lamp-Ever-2026');
  await small.getByRole('button', { name: '登录', exact: true }).click();
  await small.getByText('请先在电脑上启用动态口令').waitFor();
  await picture(small, 'phone-enrol');
  await page.goto('/audit/trail');
  await page.getByRole('heading', { name: '请先启用动态口令' }).waitFor();
  await enrol(page, 'Lamp-Ever-2026', 'access-enrol-scan');

  await page.getByRole('heading', { level: 1, name: '审计轨迹' }).waitFor();
});
