import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { phone, picture, signedIn } from './desk.ts';
import { givenClosed, givenReported, peopleOf } from './given-hazards.ts';
import { leavePage, theBrowser } from './kept-pages.ts';
import { givenSentPhoto } from './phone.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

/** A page of somebody, with what went wrong on it. */
async function deskOf(role: string): Promise<{ readonly page: Page; readonly faults: string[] }> {
  const page = await signedIn(browser, role);
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(`${role}: ${String(fault)}`));
  return { page, faults };
}

async function expectReadable(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
}

async function stageOf(page: Page, hazardId: string): Promise<string> {
  const hazard = (await (await page.request.get(`/api/v1/hazards/${hazardId}`)).json()) as { stage: string };
  return hazard.stage;
}

/** Opens the hazard in the queue, then A and Enter. */
async function officerTriages({ id, number }: { id: string; number: string }): Promise<void> {
  const { page, faults } = await deskOf('safetyOfficer');
  await page.goto(`/hazards/triage?hazard=${id}`);
  await page.getByRole('button', { name: '按建议下达' }).waitFor();
  await page
    .getByRole('img', { name: /整改前/ })
    .first()
    .waitFor();
  await page.keyboard.press('a');
  await page.getByText(`按建议下达 ${number}`).first().waitFor();
  await picture(page, 'desk-triage');
  await expectReadable(page);
  await page.keyboard.press('Enter');
  await page.getByText(`${number} 已办理`).first().waitFor();
  await expect.poll(() => stageOf(page, id), { timeout: 20_000 }).toBe('assigned');
  expect(faults).toEqual([]);
  await leavePage(page);
}

async function headRectifies({ id }: { id: string }): Promise<void> {
  const { page, faults } = await deskOf('workshopHead');
  await page.goto(`/hazards/${id}`);
  await page.getByRole('button', { name: '开始整改' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '开始整改' }).click();
  await page.getByRole('button', { name: '提交验收' }).click();
  const photo = await givenSentPhoto(page, 120);
  await page.locator('input[type=file]').setInputFiles({ name: 'after.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('dialog').getByRole('img', { name: 'after.jpg' }).waitFor();
  await page.getByLabel('整改措施').fill('已清走纸箱，出口前划了禁放线');
  await picture(page, 'desk-submit');
  await page.getByRole('dialog').getByRole('button', { name: '提交验收' }).click();
  await page.getByText('待验收').first().waitFor();
  await picture(page, 'desk-hazard-submitted');
  await expectReadable(page);
  expect(faults).toEqual([]);
  await leavePage(page);
}

/** Somebody who may not accept sees the button, grey, and the reason. */
async function leaderIsTold({ id }: { id: string }): Promise<void> {
  const { page } = await deskOf('hqLeader');
  await page.goto(`/hazards/${id}`);
  const accept = page.getByRole('button', { name: '验收通过' });
  await accept.waitFor();
  expect(await accept.getAttribute('aria-disabled')).toBe('true');
  await accept.hover();
  await page.getByRole('tooltip').getByText('您没有办理此事的权限').waitFor();
  await picture(page, 'desk-act-barred');
  await leavePage(page);
}

async function unitHeadAccepts({ id, number }: { id: string; number: string }): Promise<void> {
  const { page, faults } = await deskOf('unitHead');
  await page.goto(`/hazards/acceptance?hazard=${id}`);
  await page.getByRole('slider').fill('35');
  await page.keyboard.press('r');
  await page.getByText('按数字选择原因').first().waitFor();
  await picture(page, 'desk-send-back');
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await page.getByText(`通过并销号 ${number}`).first().waitFor();
  await picture(page, 'desk-acceptance');
  await expectReadable(page);
  await page.keyboard.press('a');
  await expect.poll(() => stageOf(page, id), { timeout: 20_000 }).toBe('closed');
  await page.goto(`/hazards/${id}`);
  await page.getByText('验收通过，销号').waitFor();
  await picture(page, 'desk-hazard-closed');
  expect(faults).toEqual([]);
  await leavePage(page);
}

test('a hazard goes from report to closing at the desk, by five people, triage and acceptance by two keys each', async () => {
  const people = peopleOf(browser);
  const hazard = await givenReported(people, { category: 'exits', text: '安全出口前堆放纸箱', hue: 20 });
  await people.leave();
  await officerTriages(hazard);
  await headRectifies(hazard);
  await leaderIsTold(hazard);
  await unitHeadAccepts(hazard);
});

test('what came back is found by a look-back with a photo, and the hazard is open again', async () => {
  const people = peopleOf(browser);
  // Found by an authority: a look-back is owed whatever the draw says.
  const { id, number } = await givenClosed(people, { category: 'electricity', text: '配电箱前堆放杂物', hue: 50, source: 'authority' });
  const page = await people.as('hqSafety');
  const { person } = (await (await page.request.get('/api/v1/me')).json()) as { person: { name: string } };
  await page.goto(`/hazards/${id}`);
  await page.getByRole('button', { name: '指派回头看' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('回头看人员').click();
  await form.getByLabel('回头看人员').fill(person.name);
  await page.locator('.ant-select-item-option').filter({ hasText: person.name }).first().click();
  await form.getByRole('button', { name: '指派回头看' }).click();
  await page.getByText(`${number} 已办理：指派回头看`).waitFor();
  await page.goto('/hazards/look-backs');
  await page.getByRole('button', { name: `提交结论 ${number}` }).click();
  await page.getByRole('dialog').getByText('隐患回潮', { exact: true }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'back.jpg', mimeType: 'image/jpeg', buffer: await givenSentPhoto(page, 60) });
  await page.getByRole('dialog').getByRole('img', { name: 'back.jpg' }).waitFor();
  await picture(page, 'desk-look-back-conclude');
  await page.getByRole('dialog').getByRole('button', { name: '回头看结论' }).click();
  await page.getByText(`${number} 已办理：回头看结论`).waitFor();
  await expect.poll(() => stageOf(page, id), { timeout: 20_000 }).toBe('assigned');
  await page.goto('/hazards/look-backs');
  await page.getByRole('main').getByText('全部', { exact: true }).click();
  await page.getByRole('row').nth(1).waitFor();
  await picture(page, 'desk-look-backs-concluded');
  await expectReadable(page);
  await page.goto(`/hazards/${id}`);
  await page.getByRole('main').getByText('隐患回潮').first().waitFor();

  expect(people.faults).toEqual([]);
  await people.leave();
});

test('keys stay silent while somebody types, and a queue is walked by J and K', async () => {
  const { page } = await deskOf('hqSafety');
  await page.goto('/hazards/acceptance');
  const lines = page.getByRole('navigation', { name: '待办列表' }).getByRole('button');
  await lines.nth(1).waitFor();
  await page.keyboard.press('j');
  await expect.poll(() => lines.nth(1).getAttribute('aria-current')).toBe('true');
  await page.keyboard.press('k');
  await expect.poll(() => lines.nth(0).getAttribute('aria-current')).toBe('true');
  // Keys decide about the case on the screen; while it is fetched there is none.
  await page.getByRole('button', { name: /^N/ }).waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('验收意见').fill('ajkr');
  await page.getByLabel('验收意见').press('k');

  expect(await page.getByLabel('验收意见').inputValue()).toBe('ajkrk');
  expect(await lines.nth(0).getAttribute('aria-current')).toBe('true');
  await leavePage(page);
});

test('the ledger keeps its conditions in the address and in a saved view', async () => {
  const { page, faults } = await deskOf('hqSafety');
  await page.goto('/hazards');
  await page
    .getByRole('navigation', { name: '按环节查看' })
    .getByRole('button', { name: /待验收/ })
    .click();
  await page.waitForURL(/stage=submitted/);
  await page.getByRole('button', { name: '常用视图' }).click();
  await page.getByText('把当前条件存为视图').click();
  await page.getByLabel('视图名称').fill('等我验收');
  await page.keyboard.press('Enter');
  await page.getByText('视图已保存').waitFor();
  await page.goto('/hazards');
  await page.getByRole('button', { name: '常用视图' }).click();
  await page.getByText('等我验收').click();
  await page.waitForURL(/stage=submitted/);
  await page.locator('.data-table__handle').first().click();
  await page.getByRole('dialog').getByText('五落实').waitFor();
  await picture(page, 'desk-ledger-drawer');
  await expectReadable(page);

  expect(page.url()).toMatch(/hazard=[0-9a-f-]{36}/);
  expect(faults).toEqual([]);
  await leavePage(page);
});

test('whoever may look back finds one waiting in the demo, at the desk and on the phone', async () => {
  const people = peopleOf(browser);
  for (const role of ['unitHead', 'hqSafety'] as const) {
    const page = await people.as(role);
    await page.goto('/hazards/look-backs');
    await page
      .getByRole('button', { name: /^提交结论 H-/ })
      .first()
      .waitFor();
  }
  const officer = await signedIn(browser, 'safetyOfficer', phone);
  await officer.goto('/m/tasks');
  await officer
    .getByRole('button', { name: /已销号.*回头看/ })
    .first()
    .waitFor();
  await picture(officer, 'phone-look-back-task');
  expect(people.faults).toEqual([]);
  await Promise.all([people.leave(), leavePage(officer)]);
});

test.each([
  ['/hazards', 'desk-ledger', '隐患台账'],
  ['/hazards/supervision', 'desk-supervision', '重大与督办'],
  ['/hazards/look-backs', 'desk-look-backs', '回头看'],
  ['/points', 'desk-points', '点位'],
  ['/points/plates', 'desk-plates', '点位铭牌'],
])('the page %s shows its records and can be read by everybody', async (path, name, title) => {
  const { page, faults } = await deskOf('hqSafety');
  await page.goto(path);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.waitForLoadState('networkidle');
  await expect.poll(() => page.locator('[role=treeitem][id$=":waiting"]').count()).toBe(0);
  await picture(page, name);
  await expectReadable(page);
  expect(faults).toEqual([]);
  await leavePage(page);
});
