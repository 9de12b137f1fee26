import type { Browser, Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { picture, signedIn } from './desk.ts';
import { asked } from './given-desk.ts';
import { theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

type Point = { readonly id: string; readonly unitId: string };

/** A point of its own in the workshop of the officer, and somebody there who joined today and has not been taught. */
async function givenPointAndNewcomer(officer: Page, tag: string) {
  const { items } = await asked<{ items: Point[] }>(officer, 'get', '/points?q=消火栓箱');
  const [known] = items;
  if (known === undefined) throw new Error('the demo has points');
  const { unitId } = known;
  const { on } = await asked<{ on: string }>(officer, 'get', `/workforce/units/${unitId}/candidates?limit=1`);
  const name = `新进${tag}${process.pid}`;
  await asked(officer, 'post', '/workforce/persons', { name, unitId, hiredOn: on });
  const point = await asked<{ id: string }>(officer, 'post', '/points', { unitId, name: `料场${tag}${process.pid}` });
  return { pointId: point.id, unitId, name };
}

/** The dialog of the keeper, with somebody chosen. */
async function naming(page: Page, { pointId, name }: { readonly pointId: string; readonly name: string }) {
  const dialog = await keeperOf(page, pointId);
  await choosing(page, dialog, name);
  return dialog;
}

async function keeperOf(page: Page, pointId: string): Promise<Locator> {
  await page.goto(`/points?point=${pointId}`);
  await page.getByRole('button', { name: '指定责任人' }).click();
  return page.getByRole('dialog', { name: '指定责任人' });
}

async function choosing(page: Page, dialog: Locator, name: string): Promise<void> {
  await pick(page, dialog, name);
  await dialog.getByText('还不能做责任人').waitFor();
}

async function pick(page: Page, dialog: Locator, name: string): Promise<void> {
  await dialog.getByLabel('责任人').click();
  await dialog.getByLabel('责任人').fill(name);
  await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click();
}

test('who has not been taught is not named the keeper of a point: the button is grey and says why', async () => {
  const page = await signedIn(browser, 'safetyOfficer');
  const given = await givenPointAndNewcomer(page, '甲');
  const dialog = await naming(page, given);

  const save = dialog.getByRole('button', { name: '保存' });
  await expect.poll(() => save.getAttribute('aria-disabled')).toBe('true');
  const faults = await axeFaults(page);
  await save.hover();
  await page.getByRole('tooltip').getByText(`“${given.name}”还有`).waitFor();
  await picture(page, 'desk-keeper-barred');
  expect(await dialog.getByLabel('放行原因').count()).toBe(0);
  expect(faults).toEqual([]);
});

test('nor of a new one: it is set up once nobody, or somebody else, is chosen', async () => {
  const page = await signedIn(browser, 'safetyOfficer');
  const { unitId, name } = await givenPointAndNewcomer(page, '丙');
  await page.goto(`/points?unitId=${unitId}`);
  await page.getByRole('button', { name: '新设点位' }).click();
  const dialog = page.getByRole('dialog', { name: '新设点位' });
  const called = `烫台${process.pid}`;
  await dialog.getByLabel('名称').fill(called);
  await choosing(page, dialog, name);

  const save = dialog.getByRole('button', { name: '保存' });
  await expect.poll(() => save.getAttribute('aria-disabled')).toBe('true');
  await save.hover();
  await page.getByRole('tooltip').getByText(`“${name}”还有`).waitFor();
  await picture(page, 'desk-keeper-barred-at-new-point');
  await dialog.getByLabel('责任人').hover();
  await dialog.locator('.ant-select-clear').last().click();
  await expect.poll(() => save.getAttribute('aria-disabled')).toBeNull();
  await save.click();
  await page.getByText(`“${called}”已新设`).waitFor();
});

test('headquarters lets somebody through with a reason, which is among the overrides', async () => {
  const officer = await signedIn(browser, 'safetyOfficer');
  const given = await givenPointAndNewcomer(officer, '乙');
  const page = await signedIn(browser, 'hqSafety');
  const dialog = await naming(page, given);

  await dialog.getByRole('button', { name: '放行并指定' }).click();
  await dialog.getByText('请写明为什么放行').waitFor();
  await dialog.getByLabel('放行原因').fill('夜班缺人，由班组长带教');
  await picture(page, 'desk-keeper-lifted');
  await dialog.getByRole('button', { name: '放行并指定' }).click();
  await page.getByText(`已由 ${given.name} 负责`).waitFor();
  await page.goto('/workforce/overrides');
  await page.getByRole('row').filter({ hasText: given.name }).getByText('夜班缺人，由班组长带教').waitFor();
});

test('who saves before it is known whether somebody may is answered by the API, not ignored', async () => {
  const page = await signedIn(browser, 'safetyOfficer');
  const { pointId, name } = await givenPointAndNewcomer(page, '戊');
  let answer = () => {};
  const asking = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/workforce/persons/*/gate?*', async (route) => {
    await asking;
    await route.continue();
  });
  const dialog = await keeperOf(page, pointId);
  await pick(page, dialog, name);

  await dialog.getByRole('button', { name: '保存' }).click();

  await dialog.getByText(`“${name}”还有`).first().waitFor();
  answer();
  await dialog.getByText('还不能做责任人').waitFor();
  await page.unroute('**/workforce/persons/*/gate?*');
});
