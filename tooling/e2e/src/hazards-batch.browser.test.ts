import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { picture } from './desk.ts';
import { givenReported, inDays, type People, peopleOf, pickPerson, typeDay } from './given-hazards.ts';
import { theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

async function nameOf({ as }: People): Promise<string> {
  const head = await as('workshopHead');
  const { person } = (await (await head.request.get('/api/v1/me')).json()) as { person: { name: string } };
  return person.name;
}

async function pickUnit(page: Page, label: string, name: string): Promise<void> {
  const form = page.getByRole('dialog');
  await form.getByLabel(label).click();
  await form.getByLabel(label).fill(name);
  await page.locator('.unit-picker__hit').filter({ hasText: name }).first().click();
}

test('several hazards are graded and assigned by one plan, and each answers for itself', async () => {
  const people = peopleOf(browser);
  const told = { category: 'fireEquipment', text: '消火栓箱玻璃破损', hue: 10 };
  const hazards = [await givenReported(people, told), await givenReported(people, { ...told, hue: 90 })];
  const page = await people.as('safetyOfficer');
  await page.goto('/hazards?stage=reported');
  for (const { number } of hazards) await page.getByRole('row').filter({ hasText: number }).getByRole('checkbox').check();
  await page.getByRole('button', { name: '批量下达' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('同时定级').click();
  await page.locator('.ant-select-item-option').filter({ hasText: '公司级' }).click();
  await pickUnit(page, '责任单位', '缝制一车间');
  await pickPerson(page, '责任人', await nameOf(people));
  await form.getByLabel('整改措施').fill('更换玻璃');
  await typeDay(page, '整改时限', inDays(9));
  await form.getByRole('spinbutton', { name: '资金' }).fill('300');
  await form.getByRole('textbox', { name: '应急预案' }).fill('就近取用相邻消火栓');
  await picture(page, 'desk-batch-assign');
  await form.getByRole('button', { name: '下达', exact: true }).click();
  await form.getByText('已下达 2 条，未办理 0 条。').waitFor();
  await picture(page, 'desk-batch-done');
  await form.getByRole('button', { name: '完成' }).click();

  for (const { id } of hazards)
    expect(((await (await page.request.get(`/api/v1/hazards/${id}`)).json()) as { stage: string }).stage).toBe('assigned');
  expect(people.faults).toEqual([]);
  await people.leave();
});

async function createsPoint(page: Page, name: string): Promise<void> {
  await page.goto('/points');
  await page.getByRole('button', { name: '新设点位' }).click();
  const form = page.getByRole('dialog');
  await pickUnit(page, '单位', '缝制一车间');
  await form.getByLabel('名称').fill(name);
  await form.getByLabel('类别').click();
  await page.locator('.ant-select-item-option').filter({ hasText: '配电室' }).click();
  await picture(page, 'desk-point-create');
  await form.getByRole('button', { name: '保存' }).click();
  await page.getByText(`“${name}”已新设`).waitFor();
}

test('a point is set up, given a keeper, renamed and closed', async () => {
  const people = peopleOf(browser);
  const page = await people.as('safetyOfficer');
  await createsPoint(page, `配电间-${process.pid}`);
  const drawer = page.getByRole('dialog').filter({ hasText: '历任责任人' });
  await drawer.getByRole('button', { name: '指定责任人' }).click();
  const keeper = await nameOf(people);
  const dialog = page.getByRole('dialog', { name: '指定责任人' });
  await dialog.getByLabel('责任人').click();
  await dialog.getByLabel('责任人').fill(keeper);
  await page.locator('.ant-select-item-option').filter({ hasText: keeper }).first().click();
  await picture(page, 'desk-point-keep');
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText(`已由 ${keeper} 负责`).waitFor();
  await drawer.getByRole('button', { name: '修改' }).click();
  const edited = `二层配电间-${process.pid}`;
  await page.getByRole('dialog', { name: '修改' }).getByLabel('名称').fill(edited);
  await picture(page, 'desk-point-edit');
  await page.getByRole('dialog', { name: '修改' }).locator('.ant-btn-primary').click();
  await page.getByText('点位已修改').waitFor();
  await drawer.getByRole('button', { name: '停用' }).click();
  await page
    .getByRole('dialog', { name: `停用“${edited}”？` })
    .getByLabel('原因')
    .fill('配电间已拆');
  await picture(page, 'desk-point-close');
  await page
    .getByRole('dialog', { name: `停用“${edited}”？` })
    .locator('.ant-btn-primary')
    .click();
  await page.getByText(`“${edited}”已停用`).waitFor();
  await drawer.getByText('停用日期').waitFor();
  await picture(page, 'desk-point-closed');

  expect(people.faults).toEqual([]);
  await people.leave();
});
