import type { Browser, Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { picture, signedIn } from './desk.ts';
import { asked, givenRoot, givenUnit } from './given-desk.ts';
import { theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

/** Opens a select of a form and takes the option that says so. */
async function choose(page: Page, form: Locator, { label, option }: { label: string; option: string }): Promise<void> {
  await form.getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).first().click();
  await form.locator('.ant-select').filter({ hasText: option }).waitFor();
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
  await form.getByLabel('手机号').fill('139');
  await form.getByLabel('姓名').fill('');
  await form.getByRole('button', { name: '保存' }).click();
  await form.getByText('手机号是 1 开头的 11 位数字').waitFor();
  await form.getByText('请填写姓名').waitFor();
  await form.getByLabel('姓名').fill('欧阳试新');
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

test('somebody is appointed, away and back, hands over, and leaves; the look-up still knows him', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  const unit = await givenUnit(page, (await givenRoot(page)).id);
  const add = (name: string, over: object = {}) =>
    asked<{ id: string }>(page, 'post', '/workforce/persons', { name, unitId: unit.id, ...over });
  const { id } = await add('交接甲', { identityNumber: '110105199003078035' });
  await add('接手乙', { staffNo: `E2E-B${process.pid}` });

  await page.goto(`/persons?open=${id}`);
  const record = page.getByRole('dialog', { name: /^交接甲/ });
  await record.getByRole('button', { name: '登记任职' }).click();
  const appointing = page.getByRole('dialog', { name: /登记任职/ });
  await choose(page, appointing, { label: '职务', option: '第一责任人' });
  await appointing.getByRole('button', { name: '保存' }).click();
  await record.getByText(/第一责任人 · /).waitFor();

  await record.getByRole('button', { name: '登记请假' }).click();
  const away = page.getByRole('dialog', { name: /登记请假/ });
  await away.getByLabel('事由').fill('年休假');
  await picture(page, 'person-absence');
  await away.getByRole('button', { name: '保存' }).click();
  await record.getByText('年休假').waitFor();
  await record.getByRole('button', { name: '销假' }).click();
  await page.getByText('“交接甲”现在就回岗？').waitFor();
  await picture(page, 'person-absence-end');
  await page.getByRole('button', { name: /确\s*定/ }).click();
  await record.getByRole('button', { name: '销假' }).waitFor({ state: 'detached' });

  await record.getByRole('button', { name: /交\s*接/ }).click();
  const handing = page.getByRole('dialog', { name: /交接“交接甲”的工作/ });
  await handing.getByText('没有未办结的事').waitFor();
  await handing.getByLabel('接手人').fill('接手乙');
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').getByText('接手乙').first().click();
  await handing.getByRole('checkbox', { name: /第一责任人/ }).check();
  await handing.getByLabel('原因').fill('轮岗');
  await picture(page, 'person-hand-over');
  await handing.getByRole('button', { name: '确认交接' }).click();
  await page.getByText(/^已交接/).waitFor();

  await record.getByRole('button', { name: /离\s*职/ }).click();
  const leaving = page.getByRole('dialog', { name: /“交接甲”离职/ });
  await leaving.getByLabel('原因').fill('合同到期');
  await picture(page, 'person-leave');
  await leaving.getByRole('button', { name: '确认离职' }).click();
  await record.getByText('已离职').waitFor();
  await picture(page, 'person-left');

  await page.goto('/persons/look-up');
  await page.getByLabel('身份证号').fill('110105199003078035');
  await page.getByRole('button', { name: '查一查' }).click();
  await page.getByText('已登记：交接甲 · 已离职').waitFor();
  await picture(page, 'person-look-up');
  await page.goto(`/persons?unit=${unit.id}`);
  await page
    .getByRole('row', { name: /接手乙/ })
    .getByText('第一责任人')
    .waitFor();
  expect({ faults, known: page.url().includes('110105') }).toEqual({ faults: [], known: false });
});
