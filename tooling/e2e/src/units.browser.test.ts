import type { Browser, Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { picture, signedIn } from './desk.ts';
import { asked, givenRoot, givenUnit } from './given-desk.ts';
import { theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

test('the group sets up a unit; a code that is taken is said at its field, nothing typed is lost', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const root = await givenRoot(page);
  const other = await asked<{ code: string; name: string }>(page, 'get', `/units/${(await givenUnit(page, root.id)).id}`);
  await page.goto(`/units?unit=${root.id}`);
  await page.getByRole('button', { name: '新设下级' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('单位名称').fill('银杏制线有限公司');
  await form.getByLabel('单位代码').fill(other.code);
  await form.getByLabel('类型').click();
  await page.locator('.ant-select-item-option').getByText('子公司', { exact: true }).click();
  await form.getByLabel('锅炉').check();
  await form.getByLabel('变更原因').fill('集团劳安〔2026〕12 号');
  await form.getByRole('button', { name: '新设' }).click();
  await form.getByText(`单位代码 ${other.code} 已属于“${other.name}”，请换一个`).waitFor();
  await picture(page, 'units-code-taken');
  await form.getByLabel('单位代码').fill(`YX-${process.pid}`);
  await form.getByRole('button', { name: '新设' }).click();

  await page.getByRole('heading', { name: '银杏制线有限公司' }).waitFor();
  await page.getByText('集团劳安〔2026〕12 号').first().waitFor();
  await page.getByText('没有第一责任人').first().waitFor();
  await page.waitForLoadState('networkidle');
  await picture(page, 'units-new');

  expect(await axeFaults(page)).toEqual([]);
});

test('a garment plant is proposed as a fire-safety key unit, until somebody says otherwise', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const root = await givenRoot(page);
  await page.goto(`/units?unit=${root.id}`);
  await page.getByRole('button', { name: '新设下级' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('单位名称').fill('银杏服装厂');
  await form.getByLabel('类型').click();
  await page.locator('.ant-select-item-option').getByText('工厂', { exact: true }).click();

  await form.getByText('公安部令第61号第十三条').waitFor();
  expect(await form.getByLabel('消防安全重点单位').isChecked()).toBe(true);
  await form.getByLabel('粉尘涉爆', { exact: true }).check();
  await form.getByLabel('粉尘涉爆评估').waitFor();
  await form.getByLabel('消防安全重点单位').uncheck();
  await form.getByLabel('单位名称').fill('银杏制鞋厂');
  expect(await form.getByLabel('消防安全重点单位').isChecked()).toBe(false);
});

test('a unit is renamed and moved; the tree of a past day still shows it as it was', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const root = await givenRoot(page);
  const [from, to] = [await givenUnit(page, root.id), await givenUnit(page, root.id)];
  const mill = await givenUnit(page, from.id, 'factory');
  await page.goto(`/units?unit=${mill.id}`);
  const renaming = await reorganise(page, '更名');
  await renaming.getByLabel('新名称').fill(`${mill.name}新厂`);
  await finish(renaming, '更名');
  await page.getByRole('heading', { name: `${mill.name}新厂` }).waitFor();
  const moving = await reorganise(page, '划转');
  await moving.getByLabel('新的上级').click();
  await page.keyboard.type(to.name);
  await page.locator('.ant-select-tree-title').filter({ hasText: to.name }).click();
  await finish(moving, '划转');
  await page.getByText(`/ ${to.name}`).waitFor();
  await page.getByText(`从“${from.name}”划转而来`).waitFor();
  await picture(page, 'units-moved');

  await page.goto(`/units?unit=${mill.id}&on=2026-02-01`);
  await page.getByRole('heading', { name: new RegExp(`^${mill.name} ?正常`) }).waitFor();
  await page.getByText(`/ ${from.name}`).waitFor();
  await picture(page, 'units-past');

  expect(await page.getByRole('button', { name: '调整单位' }).count()).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
});

test('a unit is split, and its rest merged into another of its kind', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const root = await givenRoot(page);
  const parent = await givenUnit(page, root.id);
  const [mill, other] = [await givenUnit(page, parent.id, 'factory'), await givenUnit(page, parent.id, 'factory')];
  const workshop = await givenUnit(page, mill.id, 'workshop');
  await page.goto(`/units?unit=${mill.id}`);
  const splitting = await reorganise(page, '拆分');
  await splitting.getByLabel('单位名称').fill(`${mill.name}东区`);
  await splitting.getByLabel('单位代码').fill(`EAST-${process.pid}`);
  await splitting.getByLabel('带走的下级').click();
  await page.locator('.ant-select-item-option').filter({ hasText: workshop.name }).click();
  await page.keyboard.press('Tab');
  await picture(page, 'units-split');
  await finish(splitting, '拆分');
  await page.getByText(`拆出“${mill.name}东区”`).waitFor();
  const merging = await reorganise(page, '合并');
  await merging.getByLabel('并入哪个单位').click();
  await page.keyboard.type(parent.name);
  await page.locator('.ant-select-tree-title').filter({ hasText: parent.name }).click();
  await finish(merging, '合并');
  await merging.getByText('只能合并同一类型的单位').waitFor();
  await picture(page, 'units-merge-refused');
  await merging.getByLabel('并入哪个单位').click();
  await page.keyboard.type(other.name);
  await page.locator('.ant-select-tree-title').filter({ hasText: other.name }).click();
  await merging.getByRole('button', { name: '合并' }).click();
  await page.getByRole('heading', { name: other.name }).waitFor();

  const { items } = await asked<{ items: { name: string }[] }>(page, 'get', `/units?parentId=${parent.id}`);
  expect(items.map(({ name }) => name).toSorted()).toEqual([other.name, `${mill.name}东区`].toSorted());
});

test('a profile that somebody else saved meanwhile is not written over', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const root = await givenRoot(page);
  const unit = await givenUnit(page, root.id);
  await page.goto(`/units?unit=${unit.id}`);
  await page.getByRole('button', { name: '修改概况' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('人数').fill('320');
  const profile = { headcount: 100, province: '浙江', industry: 'C1821', flags: [] };
  await page
    .context()
    .request.put(`/api/v1/units/${unit.id}/profile`, { data: { shortNames: [], profile }, headers: { 'if-match': '"1"' } });
  await form.getByRole('button', { name: '保存' }).click();
  await form.getByText('内容已被他人更新，请刷新后再试').waitFor();
  await picture(page, 'units-stale');

  expect(await form.getByLabel('人数').inputValue()).toBe('320');
});

test('a unit with others below it cannot be closed, an empty one can', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const root = await givenRoot(page);
  const unit = await givenUnit(page, root.id);
  const child = await givenUnit(page, unit.id, 'factory');
  await page.goto(`/units?unit=${unit.id}`);
  const closing = await reorganise(page, '撤销');
  await finish(closing, '撤销');
  await closing.getByText('该单位还有未撤销的下级，请先处理下级单位').waitFor();

  await page.goto(`/units?unit=${child.id}`);
  await finish(await reorganise(page, '撤销'), '撤销');
  await page.getByText('已撤销', { exact: true }).first().waitFor();

  expect(await page.getByRole('button', { name: '调整单位' }).count()).toBe(0);
});

async function reorganise(page: Page, act: string): Promise<Locator> {
  await page.getByRole('button', { name: '调整单位' }).click();
  await page.getByRole('menuitem', { name: act }).click();
  return page.getByRole('dialog').filter({ hasText: `${act}“` });
}

/** Gives the reason that every reorganisation asks for, and sends it. */
async function finish(form: Locator, submit: string): Promise<void> {
  await form.getByLabel('变更原因').fill('集团劳安〔2026〕12 号');
  await form.getByRole('button', { name: submit, exact: true }).click();
}
