import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchBrowser } from './browser.ts';
import { picture, signedIn } from './desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens a select of a form and takes the option that says so. */
async function choose(page: Page, form: Locator, { label, option }: { label: string; option: string }): Promise<void> {
  await form.getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).first().click();
}

test('headquarters adds a person and a post, and sees a full number only for a reason', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  await page.goto('/persons');
  await page.getByRole('heading', { level: 1, name: '人员' }).waitFor();

  await page.getByRole('button', { name: '新增人员' }).click();
  const form = page.getByRole('dialog', { name: '新增人员' });
  await form.getByLabel('姓名').fill('欧阳试新');
  await form.getByLabel('工号').fill('e2e-001');
  await form.getByLabel('身份证号').fill('11010519491231002X');
  await form.getByLabel('手机号').fill('13900001111');
  await form.getByLabel('所在单位').click();
  await page.locator('.ant-select-dropdown:visible .ant-select-tree-title').nth(1).click();
  await picture(page, 'person-new');
  await form.getByRole('button', { name: '保存' }).click();

  const record = page.getByRole('dialog', { name: /^欧阳试新/ });
  await record.getByText('110***********002X').waitFor();
  await record.getByRole('button', { name: '登记任职' }).click();
  const appointing = page.getByRole('dialog', { name: /登记任职/ });
  await choose(page, appointing, { label: '职务', option: '安全员' });
  await picture(page, 'person-appoint');
  await appointing.getByRole('button', { name: '保存' }).click();
  await record.getByText(/安全员 · /).waitFor();
  await record.getByText('139****1111').locator('..').getByRole('button', { name: '查看' }).click();
  await page.getByLabel('原因').fill('核对联系方式');
  await page.getByRole('button', { name: /确\s*定/ }).click();
  await record.getByText('13900001111').waitFor();
  await picture(page, 'person-record');
  await page.keyboard.press('Escape');
  await page.getByPlaceholder('姓名、拼音首字母或工号').fill('oysx');
  await page.getByRole('button', { name: /查\s*询/ }).click();
  await page.getByRole('row', { name: /E2E-001/ }).waitFor();
  await picture(page, 'persons-list');

  expect(await page.getByRole('row', { name: /E2E-001/ }).innerText()).toContain('安全员');
  expect(await page.content()).not.toContain('13900001111');
  expect(faults).toEqual([]);
});
