import type { Browser, Locator, Page } from 'playwright-core';
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

test('the system administrator opens accounts in bulk, and the slips are shown once', async () => {
  const page = await signedIn(browser, 'systemAdmin');
  await page.goto('/accounts');
  await page.getByRole('link', { name: '批量开通账号' }).click();
  await page.getByRole('heading', { level: 1, name: '批量开通账号' }).waitFor();
  const rows = page.locator('tbody .ant-table-row');
  await rows.nth(2).waitFor();
  for (const at of [0, 1, 2]) await rows.nth(at).getByRole('checkbox').click();
  await page.getByRole('button', { name: '为 3 人开通账号' }).click();
  await page.getByRole('button', { name: '确定' }).click();

  await page.getByRole('heading', { name: '已为 3 人开通账号' }).waitFor();
  const slip = page.locator('.slip-sheets--screen .slip-card').first();
  const [login, password] = await slip.locator('dd').allInnerTexts();
  await picture(page, 'access-slips');
  await page.getByRole('link', { name: '首页' }).first().click();
  await page.getByText('密码条还没有保存，确定离开？').waitFor();
  await page.getByRole('button', { name: '留在这一页' }).click();
  expect(await slip.locator('dd').allInnerTexts()).toEqual([login, password]);
  await page.getByLabel('我已打印或抄好全部密码条').check();
  await page.getByRole('button', { name: '完成' }).click();
  await page.getByRole('heading', { level: 1, name: '账号' }).waitFor();

  await signInByHand(page, login ?? '', password ?? '');
  await page.getByRole('heading', { name: '请先设置您自己的密码' }).waitFor();
});

test('accounts are opened for a pasted list, and what cannot be opened is said first', async () => {
  const page = await signedIn(browser, 'systemAdmin');
  const { items } = await asked<{ items: { staffNo: string }[] }>(page, 'get', '/account-candidates?limit=2');
  const numbers = items.map(({ staffNo }) => staffNo);
  await page.goto('/accounts/by-list');
  await page.getByLabel('工号名单').fill(`${numbers.join('\n')}\nNOBODY-1，${numbers[0]?.toLowerCase()}`);
  await page.getByRole('button', { name: /核\s*对/ }).click();
  const rows = page.locator('tbody .ant-table-row');
  await rows.nth(2).waitFor();
  expect(await rows.first().innerText()).toContain('NOBODY-1');
  await picture(page, 'access-by-list');
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '为 2 人开通账号' }).click();
  await page.getByRole('button', { name: '确定' }).click();

  await page.getByRole('heading', { name: '已为 2 人开通账号' }).waitFor();
});

test('an account is found, reset, disabled and enabled; each act says what it will do', async () => {
  const page = await signedIn(browser, 'systemAdmin');
  const { name, login } = await givenOpenedAccount(page);
  await page.goto('/accounts');
  await page.getByPlaceholder('姓名、工号、账号或拼音首字母').fill(login);
  await page.getByRole('button', { name: '查询' }).click();
  await page.waitForURL(/q=/);
  await page.getByRole('button', { name, exact: true }).click();
  const record = page.getByRole('dialog').filter({ hasText: '登录安全' });
  await record.getByText('从未登录', { exact: true }).waitFor();
  await picture(page, 'access-account');

  await record.getByRole('button', { name: '重置密码' }).click();
  await page.getByLabel('原因').fill('本人忘记密码');
  await page.getByRole('button', { name: '确定' }).click();
  await page.locator('.ant-modal-title').getByText('密码已重置').waitFor();
  await picture(page, 'access-reset');
  await page.getByLabel('我已打印或抄好全部密码条').check();
  await page.getByRole('button', { name: '完成' }).click();
  await record.getByRole('button', { name: '停用' }).click();
  await page.getByLabel('原因').fill('长期离岗');
  await page.getByRole('button', { name: '确定' }).click();
  await record.getByRole('button', { name: '启用' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await record.getByRole('button', { name: '停用' }).waitFor();
  const trail = record.locator('section').filter({ has: page.getByRole('heading', { name: '操作留痕' }) });
  for (const act of ['启用账号', '停用账号', '重置密码', '开通账号']) await trail.getByText(act, { exact: true }).waitFor();
  await trail.getByText('长期离岗').waitFor();
  await trail.scrollIntoViewIfNeeded();
  await picture(page, 'access-account-trail');
  expect(await axeFaults(page)).toEqual([]);

  expect(page.url()).toContain(`q=${login}`);
});

test('nobody acts on his own account or on that of another administrator', async () => {
  const page = await signedIn(browser, 'systemAdmin');
  await page.goto('/accounts?role=securityAdmin');
  const reset = page.getByRole('row', { name: /安全管理员/ }).getByRole('button', { name: '重置密码' });
  await reset.hover();
  await page.getByText('不能代管其他管理员的账号：三权分立').waitFor();
  await picture(page, 'access-objection');

  expect(await reset.getAttribute('aria-disabled')).toBe('true');
});

test('the security administrator gives and withdraws a grant, and no mixed powers', async () => {
  const { accountId, name } = await givenOpenedAccount(await signedIn(browser, 'systemAdmin'));
  const page = await signedIn(browser, 'securityAdmin');
  await page.goto(`/accounts?open=${accountId}`);
  const record = page.getByRole('dialog').filter({ hasText: '登录安全' });
  await record.getByText('还没有授权').waitFor();
  await give(page, name, '安全员');
  await record.getByText('生效中').waitFor();
  await picture(page, 'access-grants-of-account');

  await record.getByRole('button', { name: '授权' }).click();
  const form = page.getByRole('dialog').filter({ hasText: `给“${name}”授权` });
  await form.getByLabel('角色').click();
  await page.getByText('与已有的“安全员”不能兼任').first().waitFor();
  await picture(page, 'access-mixed-powers');
  await page.keyboard.press('Escape');
  await form.getByRole('button', { name: '关闭' }).click();
  await record.getByRole('button', { name: '收回' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await record.getByText('已收回').waitFor();

  expect(await axeFaults(page)).toEqual([]);
});

test('one role is given to many at once, from a pasted list and by ticks, and who does not get it is told why', async () => {
  const admin = await signedIn(browser, 'systemAdmin');
  const [one, two] = [await givenOpenedAccount(admin), await givenOpenedAccount(admin)];
  const page = await signedIn(browser, 'securityAdmin');
  const rolesOf = async ({ accountId }: typeof one) =>
    (await asked<{ items: { role: string }[] }>(page, 'get', `/grants?accountId=${accountId}`)).items.map(({ role }) => role);
  await page.goto('/grants');
  await page.getByRole('button', { name: '新增授权' }).click();
  const form = page.getByRole('dialog').filter({ hasText: '新增授权' });
  await form.getByLabel('工号名单').fill(`${one.login}、${two.login}\nNOBODY-9`);
  await choose(page, form, '安全员');
  await picture(page, 'access-grants-many');
  expect(await axeFaults(page)).toEqual([]);
  await form.getByRole('button', { name: '授权', exact: true }).click();
  await form.getByText('已为 2 人授权，1 人没有授权').waitFor();
  await form.getByText(/NOBODY-9：/).waitFor();
  await picture(page, 'access-grants-many-refused');
  expect([await rolesOf(one), await rolesOf(two)].map((roles) => [...new Set(roles)])).toEqual([['safetyOfficer'], ['safetyOfficer']]);

  await page.goto(`/accounts?q=${one.login}`);
  await page
    .getByRole('row', { name: new RegExp(one.name) })
    .getByRole('checkbox')
    .check();
  await page.getByRole('button', { name: '为选中的 1 个账号授权' }).click();
  const ticked = page.getByRole('dialog').filter({ hasText: '为选中的 1 个账号授权' });
  await choose(page, ticked, '班组长');
  await ticked.getByRole('button', { name: '授权', exact: true }).click();
  await page.getByText('已为 1 人授权').waitFor();
  await ticked.waitFor({ state: 'hidden' });

  expect(new Set(await rolesOf(one))).toEqual(new Set(['safetyOfficer', 'teamLeader']));
  expect(await page.locator('tbody').getByRole('checkbox', { checked: true }).count()).toBe(0);
});

test('a token is issued for what its owner holds, shown once, works, and dies when revoked', async () => {
  const { accountId, login } = await givenOpenedAccount(await signedIn(browser, 'systemAdmin'));
  const page = await signedIn(browser, 'securityAdmin');
  const root = await givenRoot(page);
  await asked(page, 'post', '/grants', { accountId, role: 'analyst', kinds: ['analyse'], unitId: root.id, from: today(), to: null });
  await page.goto('/tokens');
  await page.getByRole('button', { name: '签发令牌' }).click();
  const form = page.getByRole('dialog').filter({ hasText: '签发令牌' });
  await form.getByLabel('用途').fill(`取数 ${login}`);
  await form.getByLabel('所属账号').click();
  await page.keyboard.type(login);
  await page.locator('.ant-select-item-option').filter({ hasText: login }).click();
  await form.getByLabel('查看单位').check();
  await picture(page, 'access-token-form');
  await form.getByRole('button', { name: '签发', exact: true }).click();
  const secret = await page.locator('.copy-once__secret').innerText();
  await page.getByLabel('我已妥善保存').check();
  await page.getByRole('button', { name: '完成' }).click();
  const { request: program } = await browser.newContext({ baseURL: inject('productUrl') });
  const use = () => program.get('/api/v1/units', { headers: { authorization: `Bearer ${secret}` } });
  expect((await use()).status()).toBe(200);

  const row = page.getByRole('row', { name: new RegExp(`取数 ${login}`) });
  await picture(page, 'access-tokens');
  await row.getByRole('button', { name: '吊销' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText('令牌已吊销').waitFor();

  expect((await use()).status()).toBe(401);
  expect(await page.content()).not.toContain(secret);
});

test('somebody turns on one-time codes and is asked for one at the next sign-in', async () => {
  const { login, password } = await givenOpenedAccount(await signedIn(browser, 'systemAdmin'));
  const page = await nobody(browser);
  await signInByHand(page, login, password);
  await setOwnPassword(page, password, 'Lamp-Ever-2026');
  await page.getByRole('navigation').first().waitFor();
  await page.goto('/account/security');
  await page.getByRole('button', { name: '启用动态口令' }).click();
  const { recoveryCodes } = await enrol(page, 'Lamp-Ever-2026', 'access-totp');
  await page.getByText('动态口令已启用，下次登录时会要求输入').waitFor();
  expect(await axeFaults(page)).toEqual([]);

  await page.context().clearCookies();
  await page.goto('/sign-in');
  await signInByHand(page, login, 'Lamp-Ever-2026');
  await page.getByLabel('动态口令').fill(recoveryCodes[0] ?? '');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('navigation').first().waitFor();
});

test('a shared phone is paired by its code, and people of the unit sign in there with their PIN', async () => {
  const admin = await signedIn(browser, 'systemAdmin');
  const { accountId, login, password } = await givenOpenedAccount(admin);
  const { unitId } = await asked<{ unitId: string }>(admin, 'get', `/accounts/${accountId}`);
  const own = await browser.newContext({ baseURL: inject('productUrl') });
  await own.request.post('/api/v1/session', { data: { login, password } });
  await own.request.post('/api/v1/me/password', { data: { current: password, next: 'Lamp-Ever-2026' } });
  await own.request.post('/api/v1/me/pin', { data: { password: 'Lamp-Ever-2026', pin: '482915' } });
  const device = await asked<{ pairing: string }>(admin, 'post', '/shared-devices', { unitId, name: '一号机' });
  const page = await nobody(browser, phone);

  await page.goto(`/m/pair#${device.pairing}`);
  await picture(page, 'phone-pairing');
  await page.getByRole('button', { name: '登记这台手机' }).click();
  await page.getByText('已登记为“一号机”').waitFor();
  await page.getByRole('button', { name: '去登录' }).click();
  await page.getByLabel('工号').fill(login);
  await page.getByLabel('PIN').fill('482915');
  await picture(page, 'phone-pin');
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '登录', exact: true }).click();

  await page.getByRole('navigation').first().waitFor();
});

test('the auditor finds what somebody did by his name or login', async () => {
  const { login } = await givenOpenedAccount(await signedIn(browser, 'systemAdmin'));
  const page = await signedIn(browser, 'auditAdmin');
  await page.goto('/audit/trail');
  await page.getByLabel('操作人').fill('sysadmin');
  await page.getByRole('button', { name: '查询' }).click();
  await page.waitForURL(/who=sysadmin/);
  const rows = page.locator('tbody .ant-table-row');
  await rows.filter({ hasText: login }).first().waitFor();
  const doers = await rows.locator('td:nth-child(2)').allInnerTexts();
  await picture(page, 'audit-trail-by-doer');
  await page.getByLabel('操作人').fill('查无此人');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('没有符合条件的轨迹').waitFor();

  expect(new Set(doers)).toEqual(new Set(['sysadmin']));
});

test.each([
  ['systemAdmin', '/accounts', '账号'],
  ['systemAdmin', '/accounts/new', '批量开通账号'],
  ['systemAdmin', '/grants', '授权'],
  ['systemAdmin', '/shared-devices', '共用手机'],
  ['systemAdmin', '/sign-in-settings', '登录设置'],
  ['securityAdmin', '/tokens', '接口令牌'],
  ['auditAdmin', '/audit/trail', '审计轨迹'],
  ['hqSafety', '/account/sessions', '登录设备'],
  ['hqSafety', '/account/channels', '通知方式'],
])('for %s the page %s speaks to everybody', async (role, path, title) => {
  const page = await signedIn(browser, role);
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  await page.goto(path);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.waitForLoadState('networkidle');
  await picture(page, `access${path.replaceAll('/', '-')}`);

  expect({ faults, axe: await axeFaults(page) }).toEqual({ faults: [], axe: [] });
});

test('the bell lists the notices of whoever is signed in', async () => {
  const page = await signedIn(browser, 'hqSafety');
  await page.goto('/');
  await page.getByRole('button', { name: /^消息/ }).click();
  await page.getByRole('dialog', { name: '消息' }).waitFor();
  await page.waitForLoadState('networkidle');
  await picture(page, 'notices-bell');

  expect(await axeFaults(page)).toEqual([]);
});

async function give(page: Page, name: string, role: string): Promise<void> {
  await page.getByRole('dialog').filter({ hasText: '登录安全' }).getByRole('button', { name: '授权' }).click();
  const form = page.getByRole('dialog').filter({ hasText: `给“${name}”授权` });
  await choose(page, form, role);
  await form.getByRole('button', { name: '授权', exact: true }).click();
  await page.getByText('已授权').waitFor();
}

async function choose(page: Page, form: Locator, role: string): Promise<void> {
  await form.getByLabel('角色').click();
  await page.locator('.ant-select-item-option').getByText(role, { exact: true }).click();
}

/** The business day in Shanghai. */
function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
